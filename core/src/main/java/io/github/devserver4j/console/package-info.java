/**
 * What the developer reads in the terminal: finished traces in, blocks of lines out, in the form of django-devserver.
 *
 * <p>{@link io.github.devserver4j.console.ConsoleReporter} asks each
 * {@link io.github.devserver4j.console.ConsoleModule} for its part of the block and gives the whole to a
 * {@link io.github.devserver4j.console.BlockSink} in one piece. What a call says of itself, it says itself: nothing here
 * knows of SQL or caches.
 *
 * <p>Depends on {@code trace}, and on SLF4J and Logback where the application has them.
 */
@NullMarked
package io.github.devserver4j.console;

import org.jspecify.annotations.NullMarked;
