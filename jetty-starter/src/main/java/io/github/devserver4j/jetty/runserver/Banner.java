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
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        out.println(String.join(
                System.lineSeparator(),
                "devserver " + Versions.devServer() + " on Jetty " + Versions.jetty() + ", Java " + Versions.java(),
                "Running " + application,
                "Development server is running at " + url,
                "Quit the server with " + (windows ? "CTRL-BREAK" : "CONTROL-C") + "."));
    }
}
