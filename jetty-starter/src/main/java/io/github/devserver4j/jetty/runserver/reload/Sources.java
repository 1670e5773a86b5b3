package io.github.devserver4j.jetty.runserver.reload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a web application comes from. All paths are absolute.
 *
 * @param java folders of {@code .java} files
 * @param resources folders whose files are on the application's class path as they are
 * @param pages the folder that pages are served from straight away; null if it is the application's own
 * @param classPath what the compiler needs besides the application's own classes and libraries
 */
public record Sources(
        List<Path> java, List<Path> resources, @Nullable Path pages, List<Path> classPath) {

    /** None that are known. */
    public static final Sources NONE = new Sources(List.of(), List.of(), null, List.of());

    /** The sources in a folder that is laid out as Maven has it, or that has Java sources itself. */
    public static Sources in(Path folder, List<Path> classPath) {
        Path root = folder.toAbsolutePath().normalize();
        Path main = root.resolve("src").resolve("main");
        if (!Files.isDirectory(main)) {
            return new Sources(List.of(root), List.of(), null, classPath);
        }
        Path webapp = main.resolve("webapp");
        return new Sources(
                List.of(main.resolve("java")),
                List.of(main.resolve("resources")),
                Files.isDirectory(webapp) ? webapp : null,
                classPath);
    }

    public boolean areKnown() {
        return !java.isEmpty();
    }
}
