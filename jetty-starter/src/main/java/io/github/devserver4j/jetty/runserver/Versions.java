package io.github.devserver4j.jetty.runserver;

import org.eclipse.jetty.util.Jetty;

/** The versions that the banner tells. */
final class Versions {

    private Versions() {}

    static String devServer() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    static String jetty() {
        return Jetty.VERSION;
    }

    static String java() {
        return Runtime.version().toString();
    }
}
