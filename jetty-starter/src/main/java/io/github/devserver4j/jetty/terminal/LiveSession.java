package io.github.devserver4j.jetty.terminal;

import io.github.devserver4j.console.ConsoleReporter;
import io.github.devserver4j.console.StandardOut;
import io.github.devserver4j.trace.TraceListener;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A terminal that is ours, with a status line or with keys alone. Thread-safe. */
final class LiveSession implements TerminalSession {

    private static final String SQL = "sql";

    private final KeyTerminal terminal;
    private final RequestCount requests = new RequestCount();
    private final StatusLine status;
    private final Screen screen;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Thread closeAtExit = new Thread(null, this::release, "devserver-terminal", 0, false);
    private volatile Reloads reloads = Reloads.NONE;
    private volatile @Nullable ConsoleReporter console;
    private volatile @Nullable String url;

    private LiveSession(KeyTerminal terminal, boolean colored) {
        this.terminal = terminal;
        this.status = new StatusLine(terminal::columns, requests::count, colored);
        this.screen = new Screen(out, status::text);
        Runtime.getRuntime().addShutdownHook(closeAtExit);
    }

    static TerminalSession withStatusLine(boolean colored) {
        KeyTerminal terminal = KeyTerminal.open();
        if (terminal == null) {
            return PlainSession.INSTANCE;
        }
        LiveSession session = new LiveSession(terminal, colored);
        session.printAbove();
        terminal.onChange(session.screen::refresh);
        Keyboard.listen(terminal::read, session.allKeys());
        return session;
    }

    static TerminalSession withKeysOnly() {
        KeyTerminal terminal = KeyTerminal.open();
        if (terminal == null) {
            return PlainSession.INSTANCE;
        }
        LiveSession session = new LiveSession(terminal, false);
        session.screen.close();
        terminal.onChange(() -> {});
        Keyboard.listen(terminal::read, session.commonKeys());
        return session;
    }

    @Override
    public List<TraceListener> listeners(ConsoleReporter reporter) {
        console = reporter;
        status.console(reporter);
        return List.of(requests, reporter); // counted before the line is printed with the count
    }

    @Override
    public void reloads(Reloads reloading) {
        reloads = reloading;
        status.reloads(reloading);
        screen.refresh();
    }

    @Override
    public void listening(String listening) {
        url = listening;
        status.url(listening);
        screen.refresh();
    }

    @Override
    public void close() {
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException exiting) {
            // the hook is running already, or about to
        }
    }

    private void release() {
        screen.close();
        System.setOut(out);
        System.setErr(err);
        terminal.close();
    }

    private void printAbove() {
        PrintStream above = new PrintStream(new ScreenStream(screen), true, StandardOut.charset());
        System.setOut(above);
        if (terminal.showsErrors()) {
            System.setErr(new PrintStream(new ScreenStream(screen), true, StandardOut.charset()));
        }
        screen.refresh();
    }

    private List<Key> commonKeys() {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key('r', "reload now", this::reload));
        keys.add(new Key('o', "open the browser", this::openBrowser));
        keys.add(new Key('q', "quit", () -> Exit.now(0)));
        keys.add(new Key('?', "this help", () -> print(Keyboard.help(keys))));
        keys.add(new Key('\r', "", () -> print(System.lineSeparator())));
        keys.add(new Key('\n', "", () -> print(System.lineSeparator())));
        return keys;
    }

    private List<Key> allKeys() {
        List<Key> keys = commonKeys();
        keys.add(2, new Key('v', "verbosity: complete statements, access lines alone, normal", this::nextVerbosity));
        keys.add(3, new Key('s', "SQL on or off", this::switchSql));
        return keys;
    }

    private void reload() {
        if (Reloads.NONE.equals(reloads)) {
            print("devserver: this application is not reloaded: quit and start it again" + System.lineSeparator());
        }
        reloads.reloadNow();
        screen.refresh();
    }

    private void openBrowser() {
        String page = url;
        if (page == null) {
            print("devserver: there is no page yet to open" + System.lineSeparator());
        } else if (!Browser.open(page)) {
            print("devserver: no browser was found; open " + page + " in yours" + System.lineSeparator());
        }
    }

    private void nextVerbosity() {
        ConsoleReporter reporter = console;
        if (reporter != null) {
            reporter.verbosity(reporter.verbosity().next());
            screen.refresh();
        }
    }

    private void switchSql() {
        ConsoleReporter reporter = console;
        if (reporter != null) {
            reporter.turn(SQL, !reporter.isOn(SQL));
            screen.refresh();
        }
    }

    private static void print(String text) {
        System.out.print(text);
    }
}
