package com.example.embedded;

import java.net.URI;
import org.eclipse.jetty.server.Server;

/** The example in a JVM of its own: is asked twice, and ends. */
final class AskedMain {

    private AskedMain() {}

    public static void main(String[] arguments) throws Exception {
        Server server = Main.start(0);
        for (int i = 0; i < 2; i++) {
            URI uri = server.getURI().resolve("/greeting?name=Ada");
            uri.toURL().openStream().readAllBytes();
        }
        server.stop();
    }
}
