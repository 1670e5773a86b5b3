package io.github.devserver4j.jdbc;

/**
 * A value of which only a description was kept, as it is shown in a statement.
 *
 * @param text the description: {@code 16 bytes}, {@code stream}
 */
record Opaque(String text) {}
