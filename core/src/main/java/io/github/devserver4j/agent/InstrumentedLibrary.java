package io.github.devserver4j.agent;

import net.bytebuddy.agent.builder.AgentBuilder;

/** The instrumentation of one library: which of its classes, and what is inlined into them. */
@FunctionalInterface
interface InstrumentedLibrary {

    /** Adds this library's transformations to the agent's; what is inlined asks these hooks. */
    AgentBuilder addTo(AgentBuilder agent, Hooks hooks);
}
