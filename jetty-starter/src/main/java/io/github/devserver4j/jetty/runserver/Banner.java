package io.github.devserver4j.jetty.runserver;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What the launcher prints when the application is ready, in the words of Django's runserver.
 *
 * <pre>
 * devserver 0.1.0 on Jetty 12.1.14, Java 17.0.15
 * Running examples/polls/target/polls.war
 * Development server is running at http://127.0.0.1:8000/
 * Quit the server with CONTROL-C.
 * </pre>
 */
final class Banner {

    private Banner() {}

    static void print(Path application, String url, PrintStream out) {
        out.println(String.join(
                System.lineSeparator(),
                "devserver " + Versions.devServer() + " on Jetty " + Versions.jetty() + ", Java " + Versions.java(),
                "Running " + application,
                listening(url)));
    }

    /** For an application that brings its own server: before it starts. */
    static void print(String application, PrintStream out) {
        out.println("devserver " + Versions.devServer() + ", Java " + Versions.java() + System.lineSeparator()
                + "Running " + application);
    }

    /** For an application that brings its own server: when it listens. */
    static void printListening(String url, PrintStream out) {
        out.println(listening(url));
    }

    private static String listening(String url) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return "Development server is running at " + url + System.lineSeparator() + "Quit the server with "
                + (windows ? "CTRL-BREAK" : "CONTROL-C") + ".";
    }
}
