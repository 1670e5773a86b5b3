package io.github.devserver4j.trace;

/** The text of an application's object, for a line of output: cut, without line breaks, and never an exception. */
public final class OneLine {

    /** Longer texts are cut to this many characters and an ellipsis. */
    public static final int MAX_LENGTH = 200;

    private OneLine() {}

    /** What the object's {@code toString()} says; its class where that fails. */
    public static String of(Object object) {
        try {
            return cut(String.valueOf(object)).replace('\n', ' ').replace('\r', ' ');
        } catch (Throwable failure) { // the object's own toString() failed, or its text doesn't fit into memory
            return object.getClass().getName();
        }
    }

    /** An exception as {@code SocketTimeoutException: Read timed out}. */
    public static String ofThrown(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        try {
            String message = thrown.getMessage();
            return of(message == null || message.isBlank() ? name : name + ": " + message.strip());
        } catch (Throwable failure) { // the exception's own getMessage() failed
            return name;
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
