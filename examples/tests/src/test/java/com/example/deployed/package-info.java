/** A web application that leaves nothing behind when it stops. */
@NullMarked
package com.example.deployed;

import org.jspecify.annotations.NullMarked;
