package com.example.polls;

/** Text made fit for HTML. */
final class Html {

    private Html() {}

    /** Returns the text with the characters that mean something to HTML escaped, in content and attributes alike. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
