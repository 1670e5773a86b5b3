package com.example.springpolls;

import org.jspecify.annotations.Nullable;

/** Reads request parameters that are numbers, and says what is allowed as the servlet version does. */
final class WholeNumber {

    private WholeNumber() {}

    /** Throws an IllegalArgumentException whose message is to be answered. */
    static int of(String name, @Nullable String text, int min, int max) {
        String allowed = "send a whole number from " + min + " to " + max;
        if (text == null) {
            throw new IllegalArgumentException(
                    "Parameter \"" + name + "\" is missing: " + allowed + " as a form field.");
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered like a number out of range.
        }
        throw new IllegalArgumentException("Parameter \"" + name + "\" is \"" + text + "\": " + allowed + ".");
    }
}
