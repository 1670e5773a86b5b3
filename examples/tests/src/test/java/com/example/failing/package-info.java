/** Parts of web applications that fail when they are started. */
@NullMarked
package com.example.failing;

import org.jspecify.annotations.NullMarked;
