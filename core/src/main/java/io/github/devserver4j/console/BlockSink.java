package io.github.devserver4j.console;

/** Where blocks go. Called on devserver's thread, one block at a time. */
@FunctionalInterface
public interface BlockSink {

    /**
     * Writes a block in one piece, so that nothing else's lines get between its own.
     *
     * @param block one or more lines, separated by {@code \n} and without one at the end
     */
    void write(String block);
}
