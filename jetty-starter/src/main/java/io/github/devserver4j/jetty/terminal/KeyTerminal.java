package io.github.devserver4j.jetty.terminal;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalExt;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The terminal, told to give each key at once and not to show it. CONTROL-C and all output stay as they were. The only class
 * that knows JLine. Thread-safe.
 */
final class KeyTerminal implements AutoCloseable {

    /** Old consoles of Windows, that don't know escape sequences. */
    private static final Set<String> UNABLE =
            Set.of(Terminal.TYPE_DUMB, Terminal.TYPE_DUMB_COLOR, "windows", "windows-256color");

    private static final int INTERRUPTED = 130;
    private static final long WAIT_MILLIS = 60_000;

    private final Terminal terminal;
    private final Attributes found;
    private final Attributes ours;
    private volatile boolean closed;

    private KeyTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.found = terminal.getAttributes();
        this.ours = new Attributes(found);
        ours.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO), false);
        ours.setControlChar(ControlChar.VMIN, 1); // 0 would be the end of file to a child that reads, too
        ours.setControlChar(ControlChar.VTIME, 0);
    }

    /** Takes the terminal; null if there is none that does what is needed. */
    static @Nullable KeyTerminal open() {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .nativeSignals(false) // they are the JVM's
                    .graphemeCluster(false) // else the terminal is asked questions, whose answers come as keys
                    .signalHandler(KeyTerminal::raised)
                    .build();
            if (UNABLE.contains(terminal.getType())) {
                terminal.close();
                return null;
            }
            KeyTerminal keys = new KeyTerminal(terminal);
            keys.take();
            return keys;
        } catch (IOException | RuntimeException | LinkageError unable) {
            return null;
        }
    }

    /** On Windows CONTROL-C is a key like others. */
    private static void raised(Signal signal) {
        if (signal == Signal.INT) {
            Exit.now(INTERRUPTED);
        }
    }

    /**
     * Waits for a key. An endless wait would hold the lock that JLine's end of the terminal needs.
     *
     * @return its character; negative if there will be none any more
     */
    int read() throws IOException {
        int read = NonBlockingReader.READ_EXPIRED;
        while (read == NonBlockingReader.READ_EXPIRED && !closed) {
            read = terminal.reader().read(WAIT_MILLIS);
        }
        return read;
    }

    /** How many characters fit into a line; 0 if unknown. */
    int columns() {
        return terminal.getColumns();
    }

    /** Whether {@code System.err} is shown on the terminal, too, and not redirected. */
    boolean showsErrors() {
        return ((TerminalExt) terminal).getProvider().isSystemStream(SystemStream.Error);
    }

    /** Runs {@code redraw} whenever the terminal got another size, or is ours again after CONTROL-Z and {@code fg}. */
    void onChange(Runnable redraw) {
        Signals.register("WINCH", redraw);
        Signals.register("CONT", () -> {
            take();
            redraw.run();
        });
    }

    private synchronized void take() {
        if (!closed) {
            terminal.setAttributes(ours);
        }
    }

    /** Leaves the terminal as it was found. At the end of the JVM JLine gives back what it has taken itself. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            terminal.setAttributes(found);
        } catch (RuntimeException gone) {
            // with its window
        }
    }
}
