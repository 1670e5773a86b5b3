package io.github.devserver4j.console;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.OwnLog;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceRecorder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
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
 * Used by devserver's thread alone; closed by any.
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

    private ConsoleReporter(ConsoleSettings settings, ConsoleOutput output) {
        this.settings = settings;
        this.sink = output.sink();
        this.modules = output.modules();
        this.whenClosed = output.whenClosed();
        this.calls = new CallsModule(settings.style(), modules);
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
        if (outcome != null && call.listed() && modules.isOn(call.kind().tag())) {
            print(log -> log.log(call.kind().tag(), List.of(outcome)));
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
        ModuleLog log = new ModuleLog(ansi(), !settings.style().truncateSql());
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
