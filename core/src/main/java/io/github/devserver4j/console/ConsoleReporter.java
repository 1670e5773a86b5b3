package io.github.devserver4j.console;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.OwnLog;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceRecorder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Prints a block for each request: its calls, a summary for each kind, and the access line.
 *
 * <pre>
 *     [sql] (0ms) SELECT ...
 *                 FROM "polls_numericpoll"
 *                 WHERE "polls_numericpoll"."id" = 2011343691
 *                 -- 1 row, at com.example.polls.PollDao.find(PollDao.java:57)
 *     [sql] (0ms) 1 queries with 0 duplicates
 *     [cache] (3ms) 32 calls made with a 83% hit percentage (5 misses)
 * [05/Mar/2012 17:08:27] "GET /show/doi HTTP/1.1" 200 1179 (time: 0.15s; sql: 0ms (1q); mem: 1.2 MB)
 * </pre>
 *
 * Traces are told by devserver's thread alone. What is shown may be changed by any thread while the application runs, for
 * the next block; so may the reporter be closed.
 */
public final class ConsoleReporter implements TraceListener, AutoCloseable {

    private static final Logger LOG = OwnLog.get();

    private final ConsoleSettings settings;
    private final BlockSink sink;
    private final CallsModule calls;
    private final List<ConsoleModule> summaries;
    private final AccessLine accessLine;
    private final RunningRequests running = new RunningRequests();
    private final ModuleSwitch modules;
    private final Runnable whenClosed;
    private final AtomicReference<ConsoleView> chosen;

    /** What the block that is being printed is printed by. */
    private ConsoleView view;

    private ConsoleReporter(ConsoleSettings settings, ConsoleOutput output) {
        this.settings = settings;
        this.sink = output.sink();
        this.view = ConsoleView.of(settings.style());
        this.chosen = new AtomicReference<>(view);
        this.modules = tag -> view.isOn(tag) && output.modules().isOn(tag);
        this.whenClosed = output.whenClosed();
        this.calls = new CallsModule(() -> view.style(settings.style()), modules, settings.sql());
        this.summaries = List.of(new SummaryModule(modules));
        this.accessLine = new AccessLine(settings.secrets());
    }

    /** A reporter that prints where {@code target} says. */
    public static ConsoleReporter create(ConsoleSettings settings, LogTarget target) {
        return new ConsoleReporter(settings, ConsoleOutput.to(target, new StandardOut()));
    }

    /** A reporter that gives its blocks to {@code sink}. */
    public static ConsoleReporter create(ConsoleSettings settings, BlockSink sink) {
        return new ConsoleReporter(settings, ConsoleOutput.to(sink));
    }

    /** How much is printed; at first what {@link TextStyle#truncateSql()} says, normal or verbose. */
    public Verbosity verbosity() {
        return chosen.get().verbosity();
    }

    /** Changes how much is printed, from the next block on. */
    public void verbosity(Verbosity verbosity) {
        chosen.updateAndGet(before -> before.with(verbosity));
    }

    /** Whether the lines under this tag, such as {@code sql}, are left on here; a logger may have turned them off. */
    public boolean isOn(String tag) {
        return !chosen.get().off().contains(tag);
    }

    /** Turns the lines under this tag on or off, from the next block on. */
    public void turn(String tag, boolean on) {
        chosen.updateAndGet(before -> before.with(tag, on));
    }

    @Override
    public boolean realtime() {
        return settings.realtime();
    }

    @Override
    public void onCall(TraceRecorder recorder, Call call) {
        print(log -> calls.report(call, log));
    }

    @Override
    public void onOutcome(TraceRecorder recorder, Call call) {
        String outcome = call.outcome();
        if (outcome != null && call.listed() && settings.sql().lists(call)) {
            print(log -> {
                if (modules.isOn(call.kind().tag())) {
                    log.log(call.kind().tag(), List.of(outcome));
                }
            });
        }
    }

    @Override
    public void onRunning(Trace trace) {
        print(log -> {
            report(calls, trace, log);
            calls.reportUnderWay(trace, log);
            accessLine(trace, log);
        });
        running.shown(trace);
    }

    @Override
    public void onFinish(Trace trace) {
        Trace rest = running.withoutShown(trace);
        print(log -> {
            report(calls, rest, log);
            summaries.forEach(module -> report(module, trace, log));
            accessLine(trace, log);
        });
    }

    /** Leaves the application's logging as it was found. */
    @Override
    public void close() {
        whenClosed.run();
    }

    private void print(Consumer<ModuleLog> contents) {
        view = chosen.get();
        ModuleLog log = new ModuleLog(ansi(), view.verbosity() == Verbosity.VERBOSE);
        contents.accept(log);
        if (!log.isEmpty()) {
            sink.write(log.block());
        }
    }

    private void report(ConsoleModule module, Trace trace, ModuleLog log) {
        if (settings.realtime() && module == calls) {
            return;
        }
        try {
            module.report(trace, log);
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(Level.WARNING, "the devserver module " + module.name() + " failed", failure);
        }
    }

    private void accessLine(Trace trace, ModuleLog log) {
        int status = trace.response() == null ? 0 : trace.response().status();
        log.line(ansi().status(status, accessLine.of(trace)));
    }

    private Ansi ansi() {
        return settings.colored() ? Ansi.COLORED : Ansi.PLAIN;
    }
}
