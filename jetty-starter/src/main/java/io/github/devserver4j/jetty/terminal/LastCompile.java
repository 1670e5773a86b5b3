package io.github.devserver4j.jetty.terminal;

/**
 * How a compilation ended.
 *
 * @param millis how long it took, in milliseconds
 * @param failed whether there were errors
 */
public record LastCompile(long millis, boolean failed) {}
