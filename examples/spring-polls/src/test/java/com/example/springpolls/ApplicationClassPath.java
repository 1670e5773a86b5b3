package com.example.springpolls;

import io.github.devserver4j.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What the application is run from. */
final class ApplicationClassPath {

    private static final Path TARGET =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");

    private ApplicationClassPath() {}

    /** The executable jar. */
    static Path jar() {
        return TARGET.resolve(System.getProperty("polls.jar"));
    }

    /** The executable jar of an application that has never heard of devserver, into this folder. */
    static Path jarWithoutDevserver(Path folder) throws IOException {
        Path without = folder.resolve("spring-polls.jar");
        try (ZipFile jar = new ZipFile(jar().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(without))) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().matches("BOOT-INF/lib/(devserver|p6spy)-.*")) {
                    out.putNextEntry(new ZipEntry(entry)); // stored libraries stay stored
                    jar.getInputStream(entry).transferTo(out);
                }
            }
        }
        return without;
    }

    /** As an IDE and {@code mvn spring-boot:run} have it: the application's classes in a folder, everything else in jars. */
    static String ofIde() {
        return ChildJvm.like()
                .with(entry -> !isTestJar(entry) && !entry.endsWith("test-classes") && !isDevtools(entry))
                .classPath();
    }

    /** With the tests, for {@code PlainWiring}. */
    static String withoutStarter(ChildJvm jvm) {
        return jvm.with(entry -> !isTestJar(entry) && !entry.contains("spring-boot-starter-0") && !isDevtools(entry))
                .classPath();
    }

    /** As an application that has never heard of devserver. */
    static String withoutDevserver(ChildJvm jvm) {
        return jvm.with(entry -> !entry.contains("devserver-core")
                        && !entry.contains("p6spy")
                        && !entry.contains("spring-boot-starter-0")
                        && !entry.endsWith("test-classes")
                        && !isDevtools(entry))
                .classPath();
    }

    /** The packaged agent. */
    static Path agent() {
        return TARGET.resolve("../../../core/target/devserver-agent.jar").normalize();
    }

    /** With devtools and the tests. */
    static String withDevtools() {
        return ChildJvm.like().with(entry -> !isTestJar(entry)).classPath();
    }

    private static boolean isDevtools(String entry) {
        return entry.contains("spring-boot-devtools");
    }

    /** Core's tests have a logging configuration. */
    private static boolean isTestJar(String entry) {
        return entry.contains("devserver-core") && entry.endsWith("-tests.jar");
    }
}
