package io.github.devserver4j.jetty.runserver.compile;

import java.util.List;

/**
 * How a compilation went.
 *
 * @param problems empty if it went well
 * @param sources number of files that were compiled
 */
public record CompileResult(List<CompileProblem> problems, int sources) {

    public boolean isGood() {
        return problems.isEmpty();
    }
}
