package io.github.devserver4j.console;

/** Keeps control characters in other people's text from doing anything to the terminal, or to the order of its letters. */
final class Printable {

    private static final char CONTROL_PICTURES = '\u2400';

    private Printable() {}

    /** The text with each control character but the tab shown as its picture: {@code ␛} for escape. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(isControl((char) c) ? picture((char) c) : (char) c));
        return printable.toString();
    }

    private static boolean isControl(char c) {
        return c != '\t' && (Character.isISOControl(c) || breaksLines(c) || changesDirection(c));
    }

    private static boolean breaksLines(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** Unicode's bidirectional embeddings, overrides and isolates. */
    private static boolean changesDirection(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }

    private static char picture(char control) {
        if (control < ' ') {
            return (char) (CONTROL_PICTURES + control);
        }
        return control == '\u007f' ? '\u2421' : '\ufffd';
    }
}
