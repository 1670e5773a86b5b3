/** An application that looks around. */
@NullMarked
package com.example.isolation;

import org.jspecify.annotations.NullMarked;
