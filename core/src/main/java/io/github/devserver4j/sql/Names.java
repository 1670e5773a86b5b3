package io.github.devserver4j.sql;

/** Takes the quotes off names. */
final class Names {

    private Names() {}

    /** {@code Pass word} of {@code "Pass word"}, without its spaces, since a secret's name is told by its letters. */
    static String unquoted(String text) {
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\"`[]' \n".indexOf(c) < 0) {
                name.append(c);
            }
        }
        return name.toString();
    }
}
