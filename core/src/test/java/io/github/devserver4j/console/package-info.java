/** Tests of the console. */
@NullMarked
package io.github.devserver4j.console;

import org.jspecify.annotations.NullMarked;
