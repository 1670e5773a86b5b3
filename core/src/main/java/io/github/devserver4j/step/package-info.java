/**
 * The steps that a framework takes a request through: which handler answered it, how long the view took to render, where
 * transactions began and ended. They stand among the calls, in the order they began, and are not summed up.
 *
 * <p>Depends on {@code trace}.
 */
@NullMarked
package io.github.devserver4j.step;

import org.jspecify.annotations.NullMarked;
