/** An application for Java EE. */
@NullMarked
package com.example.javaee;

import org.jspecify.annotations.NullMarked;
