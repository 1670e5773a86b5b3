package io.github.devserver4j.jetty.terminal;

import io.github.devserver4j.console.ColorMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells whether somebody sits at a terminal that this process may take, without loading what drives it. */
final class InteractiveTerminal {

    private static final Path STAT = Path.of("/proc/self/stat");

    private InteractiveTerminal() {}

    static boolean isHere() {
        return allowedBy(System.getenv()) && ColorMode.isTerminal() && isForeground();
    }

    /** Dumb terminals can't erase a line; on build servers nobody presses keys, even where there is a terminal. */
    static boolean allowedBy(Map<String, String> environment) {
        String ci = environment.getOrDefault("CI", "");
        return !"dumb".equals(environment.get("TERM")) && (ci.isEmpty() || ci.equals("false"));
    }

    /** Whoever was started with {@code &} would be stopped by the system for touching the terminal. */
    private static boolean isForeground() {
        try {
            return !Files.exists(STAT) || foregroundBy(Files.readString(STAT));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** By Linux's proc(5): after the name in parentheses come state, parent, group, session, terminal, and its group. */
    static boolean foregroundBy(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return fields[2].equals(fields[5]);
    }
}
