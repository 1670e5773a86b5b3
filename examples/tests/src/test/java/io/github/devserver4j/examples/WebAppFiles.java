package io.github.devserver4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Puts a web application together, as a build does: classes of a test package, jars, and files. */
final class WebAppFiles {

    private final Path folder;

    private WebAppFiles(Path folder) {
        this.folder = folder;
    }

    /** Begins an application in a new folder below {@code parent}. */
    static WebAppFiles in(Path parent, String name) throws IOException {
        Path folder = parent.resolve(name);
        Files.createDirectories(folder.resolve("WEB-INF"));
        return new WebAppFiles(folder);
    }

    /** The classes of a package and those below it, into {@code WEB-INF/classes}. */
    WebAppFiles classes(String packageName) throws IOException {
        copyTree(Repository.CLASSES, packageName.replace('.', '/'), folder.resolve("WEB-INF/classes"));
        return this;
    }

    /** Jars of the test class path, by artifact id. */
    WebAppFiles libs(String... artifactIds) throws IOException {
        for (String artifactId : artifactIds) {
            lib(Repository.jar(artifactId));
        }
        return this;
    }

    WebAppFiles lib(Path jar) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("WEB-INF/lib"));
        Files.copy(jar, lib.resolve(jar.getFileName()));
        return this;
    }

    /** A jar of its own in {@code WEB-INF/lib}, with the classes of a package and text files. */
    WebAppFiles lib(String jarName, String packageName, Map<String, String> files) throws IOException {
        Path content = Files.createDirectories(folder.resolveSibling(jarName + ".content"));
        copyTree(Repository.CLASSES, packageName.replace('.', '/'), content);
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(content.resolve(file.getKey()), file.getValue());
        }
        zip(content, Files.createDirectories(folder.resolve("WEB-INF/lib")).resolve(jarName));
        return this;
    }

    WebAppFiles file(String path, String text) throws IOException {
        write(folder.resolve(path), text);
        return this;
    }

    /** What stands inside of {@code web-app}. */
    WebAppFiles webXml(String elements) throws IOException {
        return file("WEB-INF/web.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                %s
                </web-app>
                """.formatted(elements));
    }

    /** The application as an exploded folder. */
    Path folder() {
        return folder;
    }

    /** The application as a .war. */
    Path war() throws IOException {
        Path war = folder.resolveSibling(folder.getFileName() + ".war");
        zip(folder, war);
        return war;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text, UTF_8);
    }

    private static void copyTree(Path root, String below, Path target) throws IOException {
        for (Path file : files(root.resolve(below))) {
            Path copy = target.resolve(root.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static void zip(Path content, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Path file : files(content)) {
                jar.putNextEntry(
                        new ZipEntry(content.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
