/** An application that gets its connections in every way there is. */
@NullMarked
package com.example.pools;

import org.jspecify.annotations.NullMarked;
