package io.github.devserver4j.examples;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Where the build has put what the tests run. */
final class Repository {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path ROOT = MODULE.resolve("../..").normalize();

    static final Path LAUNCHER = ROOT.resolve("jetty-starter/target/devserver.jar");
    static final Path POLLS = ROOT.resolve("examples/polls/target/polls.war");
    static final Path AGENT = ROOT.resolve("core/target/devserver-agent.jar");
    static final Path TOMCAT = MODULE.resolve("target/tomcat");
    static final Path SPRING_POLLS = ROOT.resolve("examples/spring-polls/target/spring-polls.jar");
    static final Path CLASSES = MODULE.resolve("target/test-classes");

    /** Files of versions that differ from those of the test class path. */
    private static final Path OTHER_VERSIONS = MODULE.resolve("target/other-versions");

    private Repository() {}

    /** The jar of the test class path with this artifact id. */
    static Path jar(String artifactId) {
        Pattern name = Pattern.compile(Pattern.quote(artifactId) + "-\\d.*\\.jar");
        return List.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))).stream()
                .map(Path::of)
                .filter(jar -> name.matcher(jar.getFileName().toString()).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + artifactId + " on the test class path"));
    }

    /** A file that the build has copied for the tests, by its name. */
    static Path otherVersion(String fileName) {
        Path file = OTHER_VERSIONS.resolve(fileName);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("the build copies no " + fileName);
        }
        return file;
    }
}
