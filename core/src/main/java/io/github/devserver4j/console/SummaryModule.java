package io.github.devserver4j.console;

import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.Trace;
import java.util.Comparator;
import java.util.List;

/** Sums up each kind of call that the request made: {@code [sql] (1ms) 2 queries with 0 duplicates}. */
final class SummaryModule implements ConsoleModule {

    /** As django-devserver orders them; other kinds follow in the order of their first call. */
    private static final List<String> FIRST = List.of("sql", "cache");

    private final ModuleSwitch modules;

    SummaryModule(ModuleSwitch modules) {
        this.modules = modules;
    }

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public void report(Trace trace, ModuleLog log) {
        trace.totals().stream()
                .filter(total -> modules.isOn(total.kind().tag()))
                .sorted(Comparator.comparingInt(SummaryModule::rank))
                .forEach(total -> report(total, log));
    }

    private static int rank(KindTotal total) {
        int rank = FIRST.indexOf(total.kind().tag());
        return rank < 0 ? FIRST.size() : rank;
    }

    private static void report(KindTotal total, ModuleLog log) {
        List<String> lines = total.summary().lines().toList();
        if (total.count() == 0) {
            log.log(total.kind().tag(), lines);
        } else {
            log.log(total.kind().tag(), total.durationNanos(), lines);
        }
    }
}
