package io.github.devserver4j.cache;

/** The text of an application's object, for a line of output: cut, without line breaks, and never an exception. */
final class OneLine {

    private static final int MAX_LENGTH = 200;

    private OneLine() {}

    static String of(Object object) {
        try {
            String text = String.valueOf(object);
            return cut(text).replace('\n', ' ').replace('\r', ' ');
        } catch (Throwable failure) { // the object's own toString() failed, or its text doesn't fit into memory
            return object.getClass().getName();
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
