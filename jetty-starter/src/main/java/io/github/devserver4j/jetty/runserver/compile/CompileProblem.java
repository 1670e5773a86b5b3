package io.github.devserver4j.jetty.runserver.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * An error of the compiler.
 *
 * @param file null if it is in no file
 * @param line from 1; 0 if there is none
 * @param column from 1; 0 if there is none
 * @param message one or more lines
 * @param firstLine number of the first line of {@code source}
 * @param source the lines around it; empty if they can't be read
 */
public record CompileProblem(
        @Nullable Path file, long line, long column, String message, long firstLine, List<String> source) {

    private static final int AROUND = 4;

    static CompileProblem of(Diagnostic<? extends JavaFileObject> diagnostic) {
        Path file = fileOf(diagnostic.getSource());
        long line = Math.max(diagnostic.getLineNumber(), 0);
        long first = Math.max(1, line - AROUND);
        return new CompileProblem(
                file,
                line,
                Math.max(diagnostic.getColumnNumber(), 0),
                diagnostic.getMessage(Locale.ENGLISH),
                first,
                file == null ? List.of() : lines(file, first, line + AROUND));
    }

    /** {@code PollDao.java:42}, or what there is of it. */
    public String place() {
        return file == null ? "" : file.getFileName() + (line == 0 ? "" : ":" + line);
    }

    private static @Nullable Path fileOf(@Nullable JavaFileObject source) {
        return source == null || !"file".equals(source.toUri().getScheme()) ? null : Path.of(source.toUri());
    }

    private static List<String> lines(Path file, long first, long last) {
        try {
            List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return List.copyOf(all.subList((int) Math.min(first - 1, all.size()), (int) Math.min(last, all.size())));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
