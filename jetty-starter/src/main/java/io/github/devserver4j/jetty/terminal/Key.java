package io.github.devserver4j.jetty.terminal;

/**
 * A key and what it does.
 *
 * @param character what the keyboard sends
 * @param meaning for the help, which leaves out a key that has none
 * @param action what is done, on the thread that reads keys
 */
record Key(char character, String meaning, Runnable action) {}
