package io.github.devserver4j.agent;

/** Why an application's library can't be recorded, in words that say what to do. */
final class AppSideFailure {

    private static final String JAVA_EE =
            "it is made for Java EE (javax.servlet). devserver needs Jakarta EE 9 or later:"
                    + " Tomcat 10.1, Jetty 12, Undertow 2.3, Spring Boot 3";

    private AppSideFailure() {}

    static String reason(Throwable failure) {
        Throwable root = rootOf(failure);
        String message = String.valueOf(root.getMessage()).replace('/', '.');
        boolean missing = root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError;
        if (missing && message.startsWith("jakarta.servlet.")) {
            return JAVA_EE;
        }
        if (root instanceof IllegalStateException) { // thrown on purpose: a version that is not supported
            return message;
        }
        return "the version in use differs from those known (" + root.getClass().getSimpleName() + ": " + message + ")";
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause); // never itself: getCause() tells none then
    }
}
