package io.github.devserver4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.Blocks;
import io.github.devserver4j.testing.TestCall;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that no request has made. */
@Timeout(30)
final class BackgroundIT {

    private final Blocks blocks = new Blocks();

    @Test
    void theyAreNotRecordedByDefault() {
        try (DevServer devServer = DevServer.create(DevServerSettings.defaults(), blocks)) {
            assertThat(devServer.currentTrace().get()).isNull();
            try (Scope task = devServer.task("import")) {
                assertThat(devServer.currentTrace().get()).isNull();
            }
        }
        assertThat(blocks.isEmpty()).isTrue();
    }

    @Test
    void theyArePrintedByThreadOnceItPauses() throws Exception {
        try (DevServer devServer = background()) {
            Thread thread = new Thread(() -> record(devServer, "one", "two"), "scheduling-1");
            thread.start();
            thread.join();
            assertThat(blocks.next().lines())
                    .containsExactly(
                            "    [test] (0ms) one",
                            "    [test] (0ms) two",
                            "    [test] (0ms) 2 calls",
                            "[DATE] background \"scheduling-1\" (time: T; sql: 0ms (0q))");
        }
    }

    @Test
    void whatIsStillOpenAtTheEndIsPrinted() {
        try (DevServer devServer = background()) {
            record(devServer, "at start");
        }
        assertThat(blocks.next())
                .contains("at start")
                .contains("background \"" + Thread.currentThread().getName());
    }

    @Test
    void aTaskHasItsOwnBlock() {
        try (DevServer devServer = background()) {
            try (Scope task = devServer.task("nightly import")) {
                record(devServer, "insert");
            }
            assertThat(blocks.next()).endsWith("[DATE] background \"nightly import\" (time: T; sql: 0ms (0q); mem: M)");
        }
        assertThat(blocks.isEmpty()).isTrue();
    }

    @Test
    void aThreadThatAsksAndCallsNothingPrintsNothing() {
        try (DevServer devServer = background()) {
            assertThat(devServer.currentTrace().get()).isNotNull();
        }
        assertThat(blocks.isEmpty()).isTrue();
    }

    @Test
    void aRequestsOwnCallsAreNotInTheBackground() {
        try (DevServer devServer = background()) {
            TraceRecorder recorder = devServer.tracer().start(new RequestLine("GET", "/", "HTTP/1.1"));
            try (Scope scope = devServer.currentTrace().open(recorder)) {
                record(devServer, "of the request");
                recorder.finish(200, 0);
                record(devServer, "after it");
            }
            assertThat(blocks.next())
                    .contains("of the request")
                    .endsWith("\"GET / HTTP/1.1\" 200 0 (time: T; sql: 0ms (0q); mem: M)");
            assertThat(blocks.next()).contains("after it").contains("background");
        }
    }

    private DevServer background() {
        return DevServer.create(DevServerSettings.builder().background(true).build(), blocks);
    }

    private static void record(DevServer devServer, String... calls) {
        CurrentTrace current = devServer.currentTrace();
        for (String call : calls) {
            TestCall.record(current, call);
        }
    }
}
