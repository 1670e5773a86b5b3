/** An application whose DataSources are the server's. */
@NullMarked
package com.example.jndi;

import org.jspecify.annotations.NullMarked;
