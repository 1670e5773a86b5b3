package io.github.devserver4j.console;

/** The colours of the console, as ANSI escape codes; without colour every text is itself. Immutable. */
enum Ansi {
    COLORED,
    PLAIN;

    private static final String RESET = "\u001b[0m";

    String tag(String text) {
        return paint("\u001b[1;32m", text);
    }

    String duration(String text) {
        return paint("\u001b[33m", text);
    }

    String comment(String text) {
        return paint("\u001b[2m", text);
    }

    /** The access line by its status: redirects cyan, client errors yellow, server errors red. */
    String status(int status, String text) {
        return switch (status / 100) {
            case 3 -> paint("\u001b[36m", text);
            case 4 -> paint("\u001b[33m", text);
            case 5 -> paint("\u001b[1;31m", text);
            default -> paint("\u001b[1m", text);
        };
    }

    private String paint(String code, String text) {
        return this == COLORED ? code + text + RESET : text;
    }
}
