package io.github.devserver4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.TestCall;
import io.github.devserver4j.testing.TestKind;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallGroup;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.ResponseLine;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Ticker;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConsoleReporterTest {

    private static final TestKind SQL = new TestKind("sql", "%d queries with 0 duplicates");
    private static final TestKind CACHE = new TestKind("cache", "%d calls made\nand a line more");
    private static final String DATE = "[05/Mar/2012 17:08:27] ";
    private static final ResponseLine OK = new ResponseLine(200, 1179, null);

    private final List<String> blocks = new ArrayList<>();
    private final ConsoleReporter reporter = reporter(false, false);

    @Test
    void aRequestThatDidNothingIsOneLine() {
        reporter.onFinish(trace(OK, List.of()));
        printed(DATE + "\"GET /show/doi?page=2 HTTP/1.1\" 200 1179 (time: 0.15s; sql: 0ms (0q); mem: 1.2 MB)");
    }

    @Test
    void laterLinesAreAlignedUnderTheMessage() {
        reporter.onFinish(trace(OK, calls()));
        printed(
                "    [sql] (1ms) SELECT ...",
                "                FROM \"polls_event\"",
                "                -- 1 row, at com.example.PollDao.state(PollDao.java:42)",
                "    [cache] (12ms) get",
                "    [sql] (13ms) 1 queries with 0 duplicates",
                "    [cache] (12ms) 1 calls made",
                "                   and a line more",
                DATE + "\"GET /show/doi?page=2 HTTP/1.1\" 200 1179 (time: 0.15s; sql: 13ms (1q); mem: 1.2 MB)");
    }

    @Test
    void coloursDoNotMoveAnything() {
        reporter(false, true).onFinish(trace(OK, calls()));
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0))
                .startsWith("    \u001b[1;32m[sql]\u001b[0m \u001b[33m(1ms)\u001b[0m SELECT ...\n                FROM")
                .contains(
                        "\n                \u001b[2m-- 1 row, at com.example.PollDao.state(PollDao.java:42)\u001b[0m\n")
                .contains("\n\u001b[1m" + DATE)
                .endsWith("mem: 1.2 MB)\u001b[0m");
        String colored = blocks.remove(0).replaceAll("\u001b\\[[0-9;]*m", "");
        reporter.onFinish(trace(OK, calls()));
        assertThat(blocks).containsExactly(colored);
    }

    @Test
    void statementsThatAreFilteredAreCountedAndNotListed() {
        reporter(false, false, new SqlFilter(List.of(Pattern.compile("django_\\w+"), Pattern.compile("polls_\\w+")), 0))
                .onFinish(trace(OK, filtered()));
        printed(
                "    [cache] (12ms) polls_cache",
                "    [sql] (13ms) 1 queries with 0 duplicates",
                "    [cache] (12ms) 1 calls made",
                "                   and a line more",
                DATE + "\"GET /show/doi?page=2 HTTP/1.1\" 200 1179 (time: 0.15s; sql: 13ms (1q); mem: 1.2 MB)");
    }

    @Test
    void statementsThatAreTooShortAreCountedAndNotListed() {
        reporter(false, false, new SqlFilter(List.of(), 2_000_000)).onFinish(trace(OK, filtered()));
        assertThat(blocks.remove(0)).doesNotContain("SELECT").contains("1 queries");
        reporter(false, false, new SqlFilter(List.of(), 1_999_999)).onFinish(trace(OK, filtered()));
        assertThat(blocks.remove(0)).contains("SELECT * FROM polls_event");
    }

    @Test
    void inRealtimeNothingOfAFilteredStatementIsPrinted() {
        ConsoleReporter realtime = reporter(true, false, new SqlFilter(List.of(Pattern.compile("polls_")), 0));
        TestCall call = TestCall.of("SELECT * FROM polls_event").of(SQL).with("Found 3 matching rows");
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of())) {
            TraceRecorder recorder = recorder(dispatcher);
            realtime.onCall(recorder, call);
            realtime.onOutcome(recorder, call);
        }
        assertThat(blocks).isEmpty();
    }

    private static List<Call> filtered() {
        return List.of(
                TestCall.of("SELECT * FROM polls_event").of(SQL).lasting(1_999_999),
                TestCall.of("polls_cache").of(CACHE).lasting(12_000_000));
    }

    @Test
    void theDurationIsLeftOutWhereNothingCounts() {
        reporter.onFinish(with(trace(OK, List.of()), new KindTotal(SQL, 0, 7_000_000, "0 queries with 0 duplicates")));
        printed(
                "    [sql] 0 queries with 0 duplicates",
                DATE + "\"GET /show/doi?page=2 HTTP/1.1\" 200 1179 (time: 0.15s; sql: 7ms (0q); mem: 1.2 MB)");
    }

    @Test
    void callsThatAreNotListedAreOnlySummedUp() {
        reporter.onFinish(with(
                trace(OK, List.of(TestCall.of("get").of(CACHE).unlisted())),
                new KindTotal(CACHE, 1, 0, "1 calls made")));
        printed(
                "    [cache] (0ms) 1 calls made",
                DATE + "\"GET /show/doi?page=2 HTTP/1.1\" 200 1179 (time: 0.15s; sql: 0ms (0q); mem: 1.2 MB)");
    }

    @Test
    void anExceptionAndAnUnknownLength() {
        reporter.onFinish(trace(new ResponseLine(500, -1, "java.lang.IllegalStateException"), List.of()));
        printed(DATE + "\"GET /show/doi?page=2 HTTP/1.1\" 500 - "
                + "(time: 0.15s; sql: 0ms (0q); mem: 1.2 MB; java.lang.IllegalStateException)");
    }

    @Test
    void aRunningRequestShowsWhatItIsWaitingFor() {
        Trace trace = trace(null, List.of());
        reporter.onRunning(new Trace(
                trace.id(),
                trace.request(),
                null,
                trace.end(),
                trace.durationNanos(),
                trace.allocatedBytes(),
                List.of(),
                List.of(),
                List.of(),
                TestCall.of("SELECT ...\nFROM t").of(SQL)));
        printed(
                "    [sql] SELECT ...",
                "          FROM t",
                "          -- not returned yet",
                DATE + "\"GET /show/doi?page=2 HTTP/1.1\" running (time: 0.15s; sql: 0ms (0q); mem: 1.2 MB)");
    }

    @Test
    void unknownMemoryIsNotAvailable() {
        reporter.onFinish(trace("/", OK, List.of(), List.of(), Trace.UNKNOWN_ALLOCATION));
        printed(DATE + "\"GET / HTTP/1.1\" 200 1179 (time: 0.15s; sql: 0ms (0q); mem: n/a)");
    }

    @Test
    void whatWouldMoveTheTerminalIsShownAsAPicture() {
        reporter.onFinish(trace(
                "/a\u001b[2J?token=x&b=\r\n\u009b\u202e", OK, List.of(TestCall.of("a\u0007\tb\u007f")), List.of(), 1));
        printed(
                "    [test] (0ms) a␇\tb␡",
                DATE + "\"GET /a␛[2J?token=***&b=␍␊\ufffd\ufffd HTTP/1.1\" 200 1179 "
                        + "(time: 0.15s; sql: 0ms (0q); mem: 1 byte)");
    }

    @Test
    void callsPastTheLimitAreNamedByOperation() {
        List<CallGroup> groups = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            groups.add(new CallGroup(TestCall.of("operation " + i), i, 1_000_000));
        }
        reporter.onFinish(trace("/", OK, List.of(), groups, 0));
        List<String> lines = new ArrayList<>();
        lines.add("    [test] (12ms) 78 more calls, not shown one by one:");
        for (int i = 1; i <= 10; i++) {
            lines.add("                  " + i + " × operation " + i);
        }
        lines.add("                  and 2 other operations");
        lines.add(DATE + "\"GET / HTTP/1.1\" 200 1179 (time: 0.15s; sql: 0ms (0q); mem: 0 bytes)");
        printed(lines.toArray(String[]::new));
    }

    @Test
    void callsPrintedWhileRunningAreNotRepeated() {
        List<Call> first = List.of(TestCall.at(5, "same"), TestCall.at(5, "same"));
        List<Call> all = List.of(
                TestCall.at(4, "begun before, ended after"),
                TestCall.at(5, "same"),
                TestCall.at(5, "same"),
                TestCall.at(5, "same"));
        reporter.onRunning(trace(null, first));
        reporter.onFinish(with(trace(OK, all), new KindTotal(TestKind.TEST, 4, 0, "4 calls")));
        assertThat(blocks)
                .containsExactly(
                        String.join(
                                "\n",
                                "    [test] (0ms) same",
                                "    [test] (0ms) same",
                                DATE + "\"GET /show/doi?page=2 HTTP/1.1\" running "
                                        + "(time: 0.15s; sql: 0ms (0q); mem: 1.2 MB)"),
                        String.join(
                                "\n",
                                "    [test] (0ms) begun before, ended after",
                                "    [test] (0ms) same",
                                "    [test] (0ms) 4 calls",
                                DATE + "\"GET /show/doi?page=2 HTTP/1.1\" 200 1179 "
                                        + "(time: 0.15s; sql: 0ms (0q); mem: 1.2 MB)"));
    }

    @Test
    void inRealTimeEachCallIsABlock() {
        ConsoleReporter realtime = reporter(true, false);
        TraceDispatcher dispatcher = TraceDispatcher.start(List.of());
        TraceRecorder recorder = recorder(dispatcher);
        TestCall call = TestCall.of("SELECT 1").of(SQL).with("Found 1 matching row");
        realtime.onCall(recorder, call);
        realtime.onOutcome(recorder, call);
        realtime.onCall(recorder, call.unlisted());
        realtime.onOutcome(recorder, call.unlisted());
        realtime.onFinish(with(trace(OK, List.of(call)), new KindTotal(SQL, 1, 0, "1 queries with 0 duplicates")));
        dispatcher.close();
        assertThat(blocks)
                .containsExactly(
                        "    [sql] (0ms) SELECT 1",
                        "    [sql] Found 1 matching row",
                        "    [sql] (0ms) 1 queries with 0 duplicates\n" + DATE
                                + "\"GET /show/doi?page=2 HTTP/1.1\" 200 1179 "
                                + "(time: 0.15s; sql: 0ms (1q); mem: 1.2 MB)");
    }

    private ConsoleReporter reporter(boolean realtime, boolean colored) {
        return reporter(realtime, colored, SqlFilter.NONE);
    }

    private ConsoleReporter reporter(boolean realtime, boolean colored, SqlFilter sql) {
        return ConsoleReporter.create(
                new ConsoleSettings(TextStyle.TRUNCATED, realtime, colored, Secrets.defaults(), sql),
                (BlockSink) blocks::add);
    }

    private static TraceRecorder recorder(TraceDispatcher dispatcher) {
        return Tracer.create(CurrentTrace.create(), new TraceSettings(Ticker.system(), 1, CallSites.off()), dispatcher)
                .start(new RequestLine("GET", "/", "HTTP/1.1"));
    }

    private static List<Call> calls() {
        return List.of(
                TestCall.of("SELECT ...\nFROM \"polls_event\"\n-- 1 row, at com.example.PollDao.state(PollDao.java:42)")
                        .of(SQL)
                        .lasting(1_999_999),
                TestCall.of("get").of(CACHE).lasting(12_000_000));
    }

    private static Trace trace(@Nullable ResponseLine response, List<Call> calls) {
        return trace("/show/doi?page=2", response, calls, List.of(), 1_250_000);
    }

    private static Trace trace(
            String target, @Nullable ResponseLine response, List<Call> calls, List<CallGroup> groups, long memory) {
        List<KindTotal> totals = calls.size() < 2 || calls.get(0).kind().equals(TestKind.TEST)
                ? List.of()
                : List.of(
                        new KindTotal(SQL, 1, 13_000_000, "1 queries with 0 duplicates"),
                        new KindTotal(CACHE, 1, 12_000_000, "1 calls made\nand a line more"));
        return new Trace(
                1,
                new RequestLine("GET", target, "HTTP/1.1"),
                response,
                LocalDateTime.of(2012, 3, 5, 17, 8, 27)
                        .atZone(ZoneId.systemDefault())
                        .toInstant(),
                150_000_000,
                memory,
                calls,
                groups,
                totals,
                null);
    }

    private static Trace with(Trace trace, KindTotal total) {
        return new Trace(
                trace.id(),
                trace.request(),
                trace.response(),
                trace.end(),
                trace.durationNanos(),
                trace.allocatedBytes(),
                trace.calls(),
                trace.groups(),
                List.of(total),
                null);
    }

    private void printed(String... lines) {
        assertThat(blocks).containsExactly(String.join("\n", lines));
    }
}
