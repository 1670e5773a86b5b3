package io.github.devserver4j.jetty.terminal;

import io.github.devserver4j.console.ConsoleReporter;
import io.github.devserver4j.trace.TraceListener;
import java.util.List;

/** There is no terminal, or it is to be left alone. */
enum PlainSession implements TerminalSession {
    INSTANCE;

    @Override
    public List<TraceListener> listeners(ConsoleReporter console) {
        return List.of(console);
    }

    @Override
    public void reloads(Reloads reloads) {}

    @Override
    public void listening(String url) {}

    @Override
    public void close() {}
}
