package io.github.devserver4j.console;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallGroup;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.RemoteCall;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lists the calls that stand for themselves, in the order they began, and counts those past the limit. */
final class CallsModule implements ConsoleModule {

    /** Of the operations past the limit, this many are named for each kind. */
    private static final int NAMED_GROUPS = 10;

    private final Supplier<TextStyle> style;
    private final ModuleSwitch modules;
    private final SqlFilter sql;

    CallsModule(Supplier<TextStyle> style, ModuleSwitch modules, SqlFilter sql) {
        this.style = style;
        this.modules = modules;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public void report(Trace trace, ModuleLog log) {
        for (Call call : trace.calls()) {
            report(call, log);
        }
        groupsByKind(trace).forEach((kind, groups) -> report(kind, groups, log));
    }

    void report(Call call, ModuleLog log) {
        String tag = call.kind().tag();
        if (call.listed() && modules.isOn(tag) && sql.lists(call)) {
            log.log(tag, call.durationNanos(), call.lines(style.get()));
        }
    }

    /** What a running request is waiting for, as far as it can be told. */
    void reportUnderWay(Trace trace, ModuleLog log) {
        Call call = trace.underWay();
        if (call != null && call.listed() && modules.isOn(call.kind().tag()) && sql.listsOperationOf(call)) {
            List<String> lines = new ArrayList<>(call.lines(style.get()));
            if (!(call instanceof RemoteCall)) { // which says so itself
                lines.add("-- not returned yet");
            }
            log.log(call.kind().tag(), lines);
        }
    }

    private Map<CallKind, List<CallGroup>> groupsByKind(Trace trace) {
        Map<CallKind, List<CallGroup>> groups = new LinkedHashMap<>();
        for (CallGroup group : trace.groups()) {
            CallKind kind = group.example().kind();
            if (group.example().listed() && modules.isOn(kind.tag()) && sql.listsOperationOf(group.example())) {
                groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(group);
            }
        }
        return groups;
    }

    private void report(CallKind kind, List<CallGroup> groups, ModuleLog log) {
        long count = groups.stream().mapToLong(CallGroup::count).sum();
        long durationNanos = groups.stream().mapToLong(CallGroup::durationNanos).sum();
        List<String> lines = new ArrayList<>();
        lines.add("%d more calls, not shown one by one:".formatted(count));
        groups.stream().limit(NAMED_GROUPS).forEach(group -> lines.add(text(group)));
        if (groups.size() > NAMED_GROUPS) {
            lines.add("and %d other operations".formatted(groups.size() - NAMED_GROUPS));
        }
        log.log(kind.tag(), durationNanos, lines);
    }

    private String text(CallGroup group) {
        return group.count() + " × " + group.example().operationText(style.get());
    }
}
