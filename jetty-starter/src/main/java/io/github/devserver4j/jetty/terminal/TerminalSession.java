package io.github.devserver4j.jetty.terminal;

import io.github.devserver4j.console.ConsoleReporter;
import io.github.devserver4j.trace.TraceListener;
import java.util.List;

/**
 * The launcher's terminal from its start to its end. Where there is none that can be written to in place (a pipe, a dumb
 * terminal, a build server), nothing is done and nothing changes. Thread-safe.
 */
public interface TerminalSession extends AutoCloseable {

    /**
     * Takes the terminal, if there is one: with a status line, above which {@code System.out} and {@code System.err} are
     * printed from now on, and keys.
     *
     * @param plain whether it is to be left alone
     * @param colored whether the status line is set off by its colours
     */
    static TerminalSession open(boolean plain, boolean colored) {
        return plain || !InteractiveTerminal.isHere() ? PlainSession.INSTANCE : LiveSession.withStatusLine(colored);
    }

    /** Takes the keys of the terminal, if there is one, for a child process that goes on writing to it itself. */
    static TerminalSession openForChild(boolean plain) {
        return plain || !InteractiveTerminal.isHere() ? PlainSession.INSTANCE : LiveSession.withKeysOnly();
    }

    /** Who is told of requests: this console, which keys may change from now on, and who counts them. */
    List<TraceListener> listeners(ConsoleReporter console);

    /** From now on the application is reloaded by {@code reloads}. */
    void reloads(Reloads reloads);

    /** From now on the application listens at {@code url}. */
    void listening(String url);

    /** Leaves the terminal as it was found. Done at the end of the JVM, too. */
    @Override
    void close();
}
