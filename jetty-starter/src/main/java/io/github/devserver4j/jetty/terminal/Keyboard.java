package io.github.devserver4j.jetty.terminal;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for keys on a thread of its own, until the terminal is gone. */
final class Keyboard implements Runnable {

    /** Reads keys one by one: a character, or a negative number when there will be none any more. */
    @FunctionalInterface
    interface Source {
        int read() throws IOException;
    }

    private final Source source;
    private final List<Key> keys;

    Keyboard(Source source, List<Key> keys) {
        this.source = source;
        this.keys = List.copyOf(keys);
    }

    /** Begins to wait. The thread keeps no JVM alive. */
    static void listen(Source source, List<Key> keys) {
        Thread thread = new Thread(null, new Keyboard(source, keys), "devserver-keys", 0, false);
        thread.setContextClassLoader(null);
        thread.setDaemon(true);
        thread.start();
    }

    /** What each key does, a line for each. */
    static String help(List<Key> keys) {
        StringBuilder help = new StringBuilder();
        keys.stream()
                .filter(key -> !key.meaning().isEmpty())
                .forEach(key -> help.append("    ")
                        .append(key.character())
                        .append("  ")
                        .append(key.meaning())
                        .append(System.lineSeparator()));
        return help.toString();
    }

    @Override
    public void run() {
        try {
            for (int c = source.read(); c >= 0; c = source.read()) {
                press(c);
            }
        } catch (IOException gone) {
            // nobody is there to press a key
        }
    }

    private void press(int character) {
        Key key = find(character);
        if (key != null) {
            key.action().run();
        }
    }

    private @Nullable Key find(int character) {
        return keys.stream()
                .filter(key -> key.character() == character)
                .findFirst()
                .orElse(null);
    }
}
