package io.github.devserver4j.agent.servlet;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.servlet.TracingFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.Set;

/** The filter that the agent adds, and when it does not. */
final class AgentFilter {

    /** What containers call it. */
    static final String NAME = "devserver-agent";

    /** An application with one of these records its requests itself. */
    private static final Set<String> OWN =
            Set.of("io.github.devserver4j.DevServerFilter", "io.github.devserver4j.servlet.TracingFilter");

    private AgentFilter() {}

    static Filter of(Recording recording) {
        return TracingFilter.create(recording.tracer(), recording.ignoredPrefixes());
    }

    static EnumSet<DispatcherType> dispatcherTypes() {
        return EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    }

    /** Whether a filter of this class, as the container names it, is one of ours. */
    static boolean isOwn(Object className) {
        return OWN.contains(String.valueOf(className));
    }
}
