package io.github.devserver4j.console;

import java.io.Console;
import java.util.Map;

/**
 * Whether lines are coloured. Where not set, the conventions of <a href="https://no-color.org">NO_COLOR</a> and
 * <a href="https://bixense.com/clicolors/">CLICOLOR_FORCE</a> decide, and then whether the output is a terminal.
 */
public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /** Whether to colour, given the environment variables and whether the output is a terminal. */
    public boolean colors(Map<String, String> environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> automatic(environment, terminal);
        };
    }

    private static boolean automatic(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return terminal && !"dumb".equals(environment.get("TERM"));
    }

    /** Whether this JVM's standard input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // since 22 it is not null any more, before it is
    public static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try { // since 22 there is a console without a terminal, too, and a method that tells
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
