package com.example.polls;

import jakarta.servlet.http.HttpServletRequest;

/** Reads request parameters. */
final class Parameters {

    private Parameters() {}

    /** Returns a whole number that must be there. */
    static int wholeNumber(HttpServletRequest request, String name, int min, int max) throws BadParameterException {
        String text = request.getParameter(name);
        String allowed = "send a whole number from " + min + " to " + max;
        if (text == null) {
            throw new BadParameterException("Parameter \"" + name + "\" is missing: " + allowed + " as a form field.");
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered like a number out of range.
        }
        throw new BadParameterException("Parameter \"" + name + "\" is \"" + text + "\": " + allowed + ".");
    }

    /** Returns a whole number, or the fallback if the request has none. */
    static int wholeNumber(HttpServletRequest request, String name, int min, int max, int fallback)
            throws BadParameterException {
        return request.getParameter(name) == null ? fallback : wholeNumber(request, name, min, max);
    }
}
