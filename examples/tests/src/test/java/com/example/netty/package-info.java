/** An application that serves with Netty alone. */
@NullMarked
package com.example.netty;

import org.jspecify.annotations.NullMarked;
