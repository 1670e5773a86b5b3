package io.github.devserver4j;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The file {@code devserver-agent.jar}, as this JVM may have it, and its way into this JVM. */
final class AgentJar {

    private static final String PREMAIN_CLASS = "io.github.devserver4j.agent.premain.DevServerAgent";
    private static final String ATTACH_CLASS = "io.github.devserver4j.agent.premain.Attach";
    private static final String MISSING = "there is no devserver-agent.jar: take devserver-core with the classifier"
            + " \"agent\" as a dependency (scope test), or put the file beside that of devserver-core";
    private static final int PATIENCE_SECONDS = 30;

    private AgentJar() {}

    /** On the class path, or beside core's own jar or folder of classes. */
    static Path find() {
        return candidates().stream()
                .filter(AgentJar::isAgent)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(MISSING));
    }

    /** Loads it into this JVM; by another process, since a JVM does not attach to itself. */
    static void attach(Path jar, String options) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String process = Long.toString(ProcessHandle.current().pid());
        try {
            Process attaching = new ProcessBuilder(
                            java, "-cp", jar.toString(), ATTACH_CLASS, process, jar.toString(), options)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(attaching.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (!attaching.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || attaching.exitValue() != 0) {
                throw new IllegalStateException("the agent can't be attached to this JVM: " + output.strip());
            }
        } catch (IOException failure) {
            throw new IllegalStateException("the agent can't be attached to this JVM: " + failure, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the agent was being attached", interrupted);
        }
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            candidates.add(Path.of(entry));
        }
        own().ifPresent(own -> {
            String name = own.getFileName().toString();
            candidates.add(own.resolveSibling("devserver-agent.jar"));
            candidates.add(own.resolveSibling(name.replaceFirst("\\.jar$", "-agent.jar")));
        });
        return candidates;
    }

    private static Optional<Path> own() {
        try {
            return Optional.of(Path.of(AgentJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException | RuntimeException noFile) {
            return Optional.empty();
        }
    }

    private static boolean isAgent(Path path) {
        if (!path.toString().endsWith(".jar") || !Files.isRegularFile(path)) {
            return false;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest != null
                    && PREMAIN_CLASS.equals(manifest.getMainAttributes().getValue("Premain-Class"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
