/** Tests of the trace core. */
@NullMarked
package io.github.devserver4j.trace;

import org.jspecify.annotations.NullMarked;
