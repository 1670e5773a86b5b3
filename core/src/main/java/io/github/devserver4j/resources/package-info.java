/**
 * What a request uses of the JVM: memory allocated by its threads.
 *
 * <p>Depends on {@code trace} and the JDK.
 */
@NullMarked
package io.github.devserver4j.resources;

import org.jspecify.annotations.NullMarked;
