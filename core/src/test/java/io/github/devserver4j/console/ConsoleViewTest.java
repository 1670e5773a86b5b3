package io.github.devserver4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.TestKind;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.ResponseLine;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a developer may change of the console while the application runs. */
final class ConsoleViewTest {

    private static final TestKind SQL = new TestKind("sql", "%d queries with 0 duplicates");
    private static final TestKind CACHE = new TestKind("cache", "%d calls made");

    private final List<String> blocks = new ArrayList<>();
    private final ConsoleReporter reporter = reporter(new TextStyle(true, true));

    @Test
    void quietIsTheAccessLineAlone() {
        reporter.verbosity(Verbosity.QUIET);
        reporter.onFinish(request());
        assertThat(blocks).singleElement().asString().startsWith("[").doesNotContain("\n");
    }

    @Test
    void verboseShowsStatementsWhole() {
        reporter.verbosity(Verbosity.VERBOSE);
        reporter.onFinish(request());
        assertThat(blocks)
                .singleElement()
                .asString()
                .startsWith("    [sql] (0ms) as TextStyle[truncateSql=false, truncateAggregates=true]\n");
    }

    @Test
    void aTurnedOffModuleHasNeitherCallsNorASummary() {
        reporter.turn("sql", false);
        reporter.onFinish(request());
        assertThat(reporter.isOn("sql")).isFalse();
        assertThat(reporter.isOn("cache")).isTrue();
        assertThat(blocks)
                .singleElement()
                .asString()
                .startsWith("    [cache] (0ms) as TextStyle[truncateSql=true, truncateAggregates=true]\n"
                        + "    [cache] (0ms) 1 calls made\n[");
    }

    @Test
    void whatIsTurnedOnAgainIsAsBefore() {
        reporter.onFinish(request());
        reporter.turn("sql", false);
        reporter.turn("sql", true);
        reporter.verbosity(reporter.verbosity().next());
        reporter.verbosity(reporter.verbosity().next());
        reporter.verbosity(reporter.verbosity().next());
        reporter.onFinish(request());
        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(1)).isEqualTo(blocks.get(0));
    }

    @Test
    void verbositiesFollowEachOther() {
        assertThat(reporter.verbosity()).isEqualTo(Verbosity.NORMAL);
        assertThat(reporter(TextStyle.COMPLETE).verbosity()).isEqualTo(Verbosity.VERBOSE);
        assertThat(Verbosity.NORMAL.next()).isEqualTo(Verbosity.VERBOSE);
        assertThat(Verbosity.VERBOSE.next()).isEqualTo(Verbosity.QUIET);
        assertThat(Verbosity.QUIET.next()).isEqualTo(Verbosity.NORMAL);
    }

    @Test
    void aChangeInTheMiddleOfABlockIsForTheNext() {
        List<Call> calls =
                List.of(new StyledCall(SQL, () -> reporter.verbosity(Verbosity.QUIET)), new StyledCall(CACHE));
        reporter.onFinish(request(calls));
        reporter.onFinish(request(calls));
        assertThat(blocks.get(0)).contains("[sql]", "    [cache] (0ms) as TextStyle[truncateSql=true");
        assertThat(blocks.get(1)).startsWith("[");
    }

    private ConsoleReporter reporter(TextStyle style) {
        return ConsoleReporter.create(
                new ConsoleSettings(style, false, false, Secrets.defaults(), SqlFilter.NONE), (BlockSink) blocks::add);
    }

    private static Trace request() {
        return request(List.of(new StyledCall(SQL), new StyledCall(CACHE)));
    }

    private static Trace request(List<Call> calls) {
        return new Trace(
                1,
                new RequestLine("GET", "/", "HTTP/1.1"),
                new ResponseLine(200, 1, null),
                Instant.EPOCH,
                1,
                1,
                calls,
                List.of(),
                List.of(
                        new KindTotal(SQL, 1, 1, "1 queries with 0 duplicates"),
                        new KindTotal(CACHE, 1, 1, "1 calls made")),
                null);
    }

    /** Says how it was asked to be shown, and does something meanwhile. */
    private record StyledCall(CallKind kind, Runnable meanwhile) implements Call {
        StyledCall(CallKind kind) {
            this(kind, () -> {});
        }

        @Override
        public long startNanos() {
            return 0;
        }

        @Override
        public long durationNanos() {
            return 0;
        }

        @Override
        public String summary() {
            return "styled";
        }

        @Override
        public @Nullable String error() {
            return null;
        }

        @Override
        public @Nullable StackTraceElement callSite() {
            return null;
        }

        @Override
        public List<String> lines(TextStyle style) {
            meanwhile.run();
            return List.of("as " + style);
        }
    }
}
