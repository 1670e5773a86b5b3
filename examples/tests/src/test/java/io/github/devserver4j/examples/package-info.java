/**
 * Runs the examples, and web applications put together for the purpose, the way a user does: the packaged launcher in a
 * JVM of its own, requests by HTTP, and what it prints read from its standard output.
 */
@NullMarked
package io.github.devserver4j.examples;

import org.jspecify.annotations.NullMarked;
