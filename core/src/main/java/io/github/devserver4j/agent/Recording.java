package io.github.devserver4j.agent;

import io.github.devserver4j.jdbc.JdbcTracing;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Tracer;
import java.util.List;

/**
 * What instrumented libraries record with. Immutable, thread-safe.
 *
 * @param tracer opens a recorder for each request
 * @param jdbc wraps connections
 * @param callSites finds the application's frames
 * @param ignoredPrefixes beginnings of paths that are not recorded
 * @param servlets whether requests are recorded by a filter that the agent adds; false where there is one already
 */
public record Recording(
        Tracer tracer, JdbcTracing jdbc, CallSites callSites, List<String> ignoredPrefixes, boolean servlets) {

    public Recording {
        ignoredPrefixes = List.copyOf(ignoredPrefixes);
    }

    /** Which request a thread works for. */
    public CurrentTrace currentTrace() {
        return tracer.currentTrace();
    }
}
