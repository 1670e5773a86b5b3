/** An application that tells of its end. */
@NullMarked
package com.example.ends;

import org.jspecify.annotations.NullMarked;
