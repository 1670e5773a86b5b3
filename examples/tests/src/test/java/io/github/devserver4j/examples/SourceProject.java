package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A project laid out as Maven has it, whose files a test saves as an editor does. */
final class SourceProject {

    private final Path folder;

    SourceProject(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** A Java source of package {@code app}. */
    Path java(String name, String text) throws IOException {
        return save("src/main/java/app/" + name + ".java", "package app;\n" + text);
    }

    /** A servlet that answers to GET with this expression; {@code request} and {@code session} are there for it. */
    Path servlet(String name, String expression) throws IOException {
        return java(name, """
                import jakarta.servlet.http.*;
                @jakarta.servlet.annotation.WebServlet("/%s")
                public class %s extends HttpServlet {
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                        response.setContentType("text/plain;charset=utf-8");
                        response.getWriter().print(%s);
                    }
                }
                """.formatted(name.toLowerCase(java.util.Locale.ROOT), name, expression));
    }

    /** Writes the file in place. */
    Path save(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Writes another file and puts it in place of this, as careful editors do. */
    void saveByRename(Path file, String text) throws IOException {
        Path other = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(other, text);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a build makes of it: an exploded web application, without the pages that are served from the sources. */
    Path build() throws IOException {
        Path application = folder.resolve("target/app");
        Path classes = Files.createDirectories(application.resolve("WEB-INF/classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-cp",
                Repository.jar("jakarta.servlet-api").toString()));
        try (Stream<Path> sources = Files.walk(folder.resolve("src/main/java"))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Path resources = folder.resolve("src/main/resources");
        if (Files.isDirectory(resources)) {
            try (Stream<Path> files = Files.list(resources)) {
                for (Path file : files.toList()) {
                    Files.copy(file, classes.resolve(file.getFileName()));
                }
            }
        }
        return application;
    }

    RunningServer start(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--sources", folder.toString()));
        all.addAll(List.of(options));
        return Launch.runserver(build(), all.toArray(String[]::new)).start();
    }
}
