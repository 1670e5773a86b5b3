package io.github.devserver4j.console;

import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.Trace;
import java.util.List;

/** Sums up each kind of call that the request made: {@code [sql] (1ms) 2 queries with 0 duplicates}. */
final class SummaryModule implements ConsoleModule {

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
        for (KindTotal total : trace.totals()) {
            if (modules.isOn(total.kind().tag())) {
                report(total, log);
            }
        }
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
