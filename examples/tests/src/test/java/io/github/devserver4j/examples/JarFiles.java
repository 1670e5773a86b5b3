package io.github.devserver4j.examples;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes executable jars, as builds do. */
final class JarFiles {

    private JarFiles() {}

    /**
     * A jar with the classes of a test package.
     *
     * @param mainClass null for a jar that can't be run
     * @param libraries named in its manifest
     */
    static Path jar(Path jar, String packageName, @Nullable String mainClass, Path... libraries) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (mainClass != null) {
            attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        if (libraries.length > 0) {
            attributes.put(
                    Attributes.Name.CLASS_PATH,
                    Stream.of(libraries).map(each -> each.toUri().toString()).collect(joining(" ")));
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path each : classes(packageName)) {
                out.putNextEntry(new ZipEntry(
                        Repository.CLASSES.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
            }
        }
        return jar;
    }

    private static List<Path> classes(String packageName) throws IOException {
        try (Stream<Path> files = Files.walk(Repository.CLASSES.resolve(packageName.replace('.', '/')))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The same Spring Boot jar as if it had never heard of devserver. */
    static Path withoutDevServer(Path boot, Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(boot.toFile());
                OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().matches("BOOT-INF/lib/(devserver|p6spy)-.*")) {
                    out.putNextEntry(new ZipEntry(entry)); // nested jars have to stay stored
                    zip.getInputStream(entry).transferTo(out);
                }
            }
        }
        return jar;
    }
}
