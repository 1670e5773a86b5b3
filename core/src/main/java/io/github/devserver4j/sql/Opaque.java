package io.github.devserver4j.sql;

/**
 * Stands for a value that cannot be shown, such as a stream or a LOB; {@link SqlLiteral} writes it as
 * {@code <1,024 bytes>}.
 *
 * @param text what is known of the value
 */
public record Opaque(String text) {}
