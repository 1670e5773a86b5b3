package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.compile.CompileProblem;
import io.github.devserver4j.jetty.runserver.reload.ReloadListener;
import java.io.PrintStream;
import java.util.List;

/**
 * Prints what reloading does.
 *
 * <pre>
 * PollDao.java changed, reloaded in 74 ms (3)
 * PollDao.java:42: cannot find symbol
 * </pre>
 */
final class ReloadLines implements ReloadListener {

    private static final int MOST_PROBLEMS = 5;

    private final PrintStream out;

    ReloadLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void compileFailed(List<CompileProblem> problems) {
        StringBuilder text = new StringBuilder();
        for (CompileProblem problem : problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS))) {
            text.append(problem.place().isEmpty() ? "" : problem.place() + ": ").append(problem.message());
            long line = problem.line() - problem.firstLine();
            if (problem.line() > 0 && line < problem.source().size()) {
                text.append(System.lineSeparator())
                        .append("    ")
                        .append(problem.source().get((int) line).strip());
            }
            text.append(System.lineSeparator());
        }
        int more = problems.size() - MOST_PROBLEMS;
        out.println(text + (more > 0 ? "and " + more + " more errors; mend them and save" : "Mend it and save"));
    }

    @Override
    public void reloaded(int count, String cause, long millis) {
        out.println(cause + (cause.equals("asked for") ? "" : " changed") + ", reloaded in " + millis + " ms (" + count
                + ")");
    }

    @Override
    public void startFailed(Throwable failure) {
        out.println("The application failed to start: " + Failures.oneLine(failure));
    }

    @Override
    public void told(String line) {
        out.println("devserver: " + line);
    }
}
