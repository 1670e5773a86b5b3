package io.github.devserver4j.jetty.terminal;

import io.github.devserver4j.console.ConsoleReporter;
import io.github.devserver4j.console.Verbosity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The text of the status line.
 *
 * <pre>
 *  http://127.0.0.1:8000/   12 requests   2 reloads, last compile 84 ms   verbose   SQL off   ? help
 * </pre>
 *
 * Thread-safe.
 */
final class StatusLine {

    private static final String GAP = "   ";
    private static final int DEFAULT_COLUMNS = 80;

    private final IntSupplier columns;
    private final LongSupplier requests;
    private final boolean colored;
    private volatile @Nullable String url;
    private volatile @Nullable ConsoleReporter console;
    private volatile Reloads reloads = Reloads.NONE;

    /**
     * A line for an application that does not listen yet.
     *
     * @param columns the terminal's width; 0 if it does not tell
     */
    StatusLine(IntSupplier columns, LongSupplier requests, boolean colored) {
        this.columns = columns;
        this.requests = requests;
        this.colored = colored;
    }

    void url(String listening) {
        this.url = listening;
    }

    void console(ConsoleReporter changeable) {
        this.console = changeable;
    }

    void reloads(Reloads reloading) {
        this.reloads = reloading;
    }

    /** The text as it is written, never as wide as the terminal: at its last column it would wrap. */
    String text() {
        String text = " " + String.join(GAP, facts()) + " ";
        int told = columns.getAsInt();
        int room = Math.max(1, (told > 0 ? told : DEFAULT_COLUMNS) - 1);
        String cut = text.length() > room ? text.substring(0, room) : text;
        return colored ? "\u001b[7m" + cut + "\u001b[0m" : cut;
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        String listening = url;
        facts.add(listening == null ? "starting" : listening);
        facts.add(count(requests.getAsLong(), "request"));
        addReloads(facts);
        addConsole(facts);
        facts.add("? help");
        return facts;
    }

    private void addReloads(List<String> facts) {
        Reloads now = reloads;
        LastCompile compile = now.lastCompile();
        String reloaded = Reloads.NONE.equals(now) ? "" : count(now.count(), "reload");
        if (compile != null) {
            reloaded += compile.failed() ? ", COMPILE FAILED" : ", last compile " + compile.millis() + " ms";
        }
        if (!reloaded.isEmpty()) {
            facts.add(reloaded);
        }
    }

    private void addConsole(List<String> facts) {
        ConsoleReporter shown = console;
        if (shown == null) {
            return;
        }
        Verbosity verbosity = shown.verbosity();
        if (verbosity != Verbosity.NORMAL) {
            facts.add(verbosity.name().toLowerCase(Locale.ROOT));
        }
        if (!shown.isOn("sql")) {
            facts.add("SQL off");
        }
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
