package io.github.devserver4j.jetty.runserver.reload;

import io.github.devserver4j.jetty.runserver.compile.CompileProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the application can't answer.
 *
 * @param title one line
 * @param problems of the compiler
 * @param exception why it did not start; null if it was not compiled
 */
record Failure(
        String title,
        List<CompileProblem> problems,
        @Nullable Throwable exception) {

    static Failure ofCompilation(List<CompileProblem> problems) {
        return new Failure(
                problems.size() == 1 ? "1 compile error" : problems.size() + " compile errors", problems, null);
    }

    static Failure ofStart(Throwable exception) {
        return new Failure("The application failed to start", List.of(), exception);
    }

    /** The stack trace; empty if there is none. */
    String trace() {
        if (exception == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
