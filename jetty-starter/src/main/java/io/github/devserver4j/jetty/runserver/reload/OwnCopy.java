package io.github.devserver4j.jetty.runserver.reload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an exploded application or a {@code .war} that classes are compiled into: what the project's build has made is
 * left as it is. Libraries are linked rather than copied where the file system can. Deleted when it is closed.
 */
public final class OwnCopy implements AutoCloseable {

    private final Path folder;

    private OwnCopy(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the copy.
     *
     * @param pages files that are there are not copied, since they are served from there; null if there are none
     */
    static OwnCopy of(Path application, @Nullable Path pages) throws IOException {
        OwnCopy copy = new OwnCopy(Files.createTempDirectory("devserver-classes"));
        if (Files.isDirectory(application)) {
            copy.copy(application, pages);
        } else {
            copy.unpack(application);
        }
        Files.createDirectories(copy.classes());
        return copy;
    }

    /** A copy of a folder of classes. */
    public static OwnCopy ofClasses(Path classes) throws IOException {
        OwnCopy copy = new OwnCopy(Files.createTempDirectory("devserver-classes"));
        copy.copy(classes, null);
        return copy;
    }

    /** The copy of a folder that was made before. */
    public static OwnCopy at(Path folder) {
        return new OwnCopy(folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    Path classes() {
        return folder.resolve("WEB-INF").resolve("classes");
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void copy(Path application, @Nullable Path pages) throws IOException {
        Files.walkFileTree(application, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(
                        folder.resolve(application.relativize(visited).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = application.relativize(file).toString();
                if (pages == null || !Files.exists(pages.resolve(name))) {
                    linkOrCopy(file, folder.resolve(name));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        if (file.toString().endsWith(".jar")) {
            try {
                Files.createLink(target, file);
                return;
            } catch (FileSystemException | UnsupportedOperationException anotherFileSystem) {
                // copied
            }
        }
        Files.copy(file, target);
    }

    private void unpack(Path war) throws IOException {
        try (InputStream in = Files.newInputStream(war);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(war + " has an entry outside of itself: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? target : target.resolveSibling(""));
                if (!entry.isDirectory()) {
                    Files.copy(zip, target);
                }
            }
        }
    }
}
