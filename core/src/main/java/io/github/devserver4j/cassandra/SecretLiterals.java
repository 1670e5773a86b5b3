package io.github.devserver4j.cassandra;

import io.github.devserver4j.trace.Secrets;
import java.util.List;

/** Masks the secret values of a statement in a message that may repeat them. */
final class SecretLiterals {

    /** Servers cut long values short; so many characters of one are enough to know it by. */
    private static final int KNOWN = 16;

    private SecretLiterals() {}

    static String masked(String message, List<String> literals) {
        String masked = message;
        for (String literal : literals) {
            int end = literal.lastIndexOf('\'');
            if (literal.startsWith("'") && end > 0) {
                String doubled = literal.substring(1, end);
                masked = without(without(masked, doubled), doubled.replace("''", "'"));
            } else if (!literal.equals("NULL")) {
                masked = without(masked, literal);
            }
        }
        return masked;
    }

    private static String without(String message, String value) {
        if (value.isBlank() || value.equals(Secrets.MASK)) {
            return message;
        }
        String known = value.length() <= KNOWN ? value : value.substring(0, KNOWN);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (int i = message.indexOf(known); i >= 0; i = message.indexOf(known, copied)) {
            masked.append(message, copied, i).append(Secrets.MASK);
            copied = i + common(message, i, value);
        }
        return masked.append(message, copied, message.length()).toString();
    }

    private static int common(String message, int start, String value) {
        int length = 0;
        while (length < value.length()
                && start + length < message.length()
                && message.charAt(start + length) == value.charAt(length)) {
            length++;
        }
        return length;
    }
}
