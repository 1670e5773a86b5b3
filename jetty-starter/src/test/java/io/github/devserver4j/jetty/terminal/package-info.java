/** Tests of the status line and the keys that need no terminal. */
@NullMarked
package io.github.devserver4j.jetty.terminal;

import org.jspecify.annotations.NullMarked;
