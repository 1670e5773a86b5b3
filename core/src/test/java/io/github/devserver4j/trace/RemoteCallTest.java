package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.FakeTicker;
import io.github.devserver4j.testing.TestKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RemoteCallTest {

    private final FakeTicker ticker = new FakeTicker();
    private final CallSites callSites = CallSites.of(ApplicationCode.in(List.of()));
    private final Tracer tracer =
            Tracer.create(CurrentTrace.create(), new TraceSettings(ticker, 10, callSites), new RecordingSink());
    private final TraceRecorder recorder = tracer.start(new RequestLine("GET", "/", "HTTP/1.1"));
    private final Exchange call = new Exchange(recorder, "GET");

    @Test
    void aCallIsRecordedWithItsTimeAndTheLineThatMadeIt() {
        ticker.advance(Duration.ofMillis(1));
        call.begin();
        ticker.advance(Duration.ofMillis(5));
        call.end();

        Call recorded = only();
        assertThat(recorded.startNanos()).isEqualTo(1_000_000);
        assertThat(recorded.durationNanos()).isEqualTo(5_000_000);
        assertThat(recorded.error()).isNull();
        assertThat(recorded.summary()).startsWith("GET at io.github.devserver4j.trace.RemoteCallTest.aCallIsRecorded");
    }

    @Test
    void theFirstEndCounts() {
        call.begin();
        call.fail(new IOException("reset"));
        ticker.advance(Duration.ofMillis(5));
        call.end();
        call.end(new IOException("other"));

        assertThat(only().error()).isEqualTo("IOException: reset");
        assertThat(only().durationNanos()).isZero();
    }

    @Test
    void aCallOnItsWayIsWhatARunningRequestWaitsFor() {
        call.begin();
        assertThat(recorder.snapshot().underWay()).isSameAs(call);
        call.sent();
        assertThat(recorder.snapshot().underWay()).isNull();
    }

    @Test
    void aCallThatNeverReturnsIsRecordedOnceItsRequestIsOver() {
        call.begin();
        call.sent();
        assertThat(recorder.snapshot().calls()).isEmpty();
        ticker.advance(Duration.ofMillis(7));
        recorder.finish(200, 0);

        assertThat(only().summary()).startsWith("GET not returned yet, at ");
        assertThat(only().durationNanos()).isEqualTo(7_000_000);
        call.end();
        assertThat(recorder.snapshot().calls()).as("its late end").hasSize(1);
    }

    @Test
    void aCallThatReturnsBeforeItIsToldToBeOnItsWayIsRecordedOnce() {
        call.begin();
        call.end();
        call.sent();
        recorder.finish(200, 0);

        assertThat(recorder.snapshot().calls()).hasSize(1);
    }

    @Test
    void anExceptionsFaultyMessageHarmsNobody() {
        call.begin();
        call.fail(new IOException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        });
        assertThat(only().error()).isEmpty();
    }

    private Call only() {
        List<Call> calls = recorder.snapshot().calls();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static final class Exchange extends RemoteCall {
        private final String method;

        Exchange(TraceRecorder recorder, String method) {
            super(recorder);
            this.method = method;
        }

        @Override
        public CallKind kind() {
            return TestKind.TEST;
        }

        @Override
        public Object operation() {
            return method;
        }

        @Override
        public Done finished() {
            return new Done(method, timing());
        }
    }

    private record Done(String method, Timing timing) implements TimedCall {
        @Override
        public CallKind kind() {
            return TestKind.TEST;
        }

        @Override
        public String summary() {
            return method + " " + timing.note(List.of());
        }
    }
}
