package io.github.devserver4j.console;

import io.github.devserver4j.trace.Trace;

/**
 * A part of each block: what one module has to say of a request. Called on devserver's thread, after the request; an
 * exception is logged and costs its module's lines alone.
 */
public interface ConsoleModule {

    /** The name that settings know it by: {@code sql-summary}. */
    String name();

    /** Writes what there is to say of this request; nothing is fine. */
    void report(Trace trace, ModuleLog log);
}
