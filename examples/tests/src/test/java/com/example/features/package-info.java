/** An application that uses what the Servlet specification offers. */
@NullMarked
package com.example.features;

import org.jspecify.annotations.NullMarked;
