/** Tests of devserver as a whole. */
@NullMarked
package io.github.devserver4j;

import org.jspecify.annotations.NullMarked;
