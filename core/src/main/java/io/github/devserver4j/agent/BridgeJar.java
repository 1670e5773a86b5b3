package io.github.devserver4j.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Gives the package {@code agent.bridge} to the bootstrap class loader, which takes jar files alone. */
final class BridgeJar {

    private static final String PACKAGE = "io/github/devserver4j/agent/bridge/";

    private static final List<String> CLASSES =
            List.of("Bridge", "ConnectionHook", "ConnectionHook$1", "CacheHook");

    private BridgeJar() {}

    /** To be called before any class of the package is used. */
    static void appendTo(Instrumentation instrumentation) throws IOException {
        Path file = Files.createTempFile("devserver-bridge", ".jar");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String name : CLASSES) {
                add(jar, PACKAGE + name + ".class");
            }
        }
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(file.toFile()));
    }

    private static void add(JarOutputStream jar, String entry) throws IOException {
        try (InputStream bytes = BridgeJar.class.getClassLoader().getResourceAsStream(entry)) {
            if (bytes == null) {
                throw new IOException(entry + " is missing beside the agent");
            }
            jar.putNextEntry(new ZipEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }
}
