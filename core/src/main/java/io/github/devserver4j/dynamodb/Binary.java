package io.github.devserver4j.dynamodb;

/**
 * A binary value, shown by its size.
 *
 * @param bytes the SDK's object for it, which is equal for equal bytes
 * @param size how many bytes it has
 */
public record Binary(Object bytes, int size) {}
