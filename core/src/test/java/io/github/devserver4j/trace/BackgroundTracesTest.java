package io.github.devserver4j.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.FakeTicker;
import io.github.devserver4j.testing.TestCall;
import io.github.devserver4j.testing.TestKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one thread's calls end up over time. */
final class BackgroundTracesTest {

    private final FakeTicker ticker = new FakeTicker();
    private final List<Trace> finished = new ArrayList<>();
    private final TraceSink sink = new Finished();
    private final CurrentTrace current = CurrentTrace.create();
    private final Tracer tracer = Tracer.create(current, new TraceSettings(ticker, 10, CallSites.off()), sink);
    private final BackgroundTraces background = new BackgroundTraces(tracer, sink);

    @Test
    void aPauseEndsATraceAtItsLastCall() {
        recorder().add(TestCall.of("one"));
        ticker.advance(Duration.ofMillis(499));
        background.finishIdle();
        assertThat(finished).isEmpty();
        ticker.advance(Duration.ofMillis(1));
        background.finishIdle();
        assertThat(finished).hasSize(1);
        assertThat(finished.get(0).durationNanos()).isZero();
        assertThat(background.isOpen()).isFalse();
    }

    @Test
    void aThreadThatNeverPausesBeginsAnewAfterTwoSeconds() {
        for (int i = 0; i < 50; i++) {
            recorder().add(TestCall.at(ticker.read(), "call"));
            ticker.advance(Duration.ofMillis(100));
            background.finishIdle();
        }
        assertThat(finished)
                .hasSize(2)
                .allSatisfy(trace -> assertThat(trace.callCount()).isEqualTo(20));
    }

    @Test
    void aCallThatIsAlwaysInFlightDoesNotHoldBackTheOthers() {
        InFlight stream = new InFlight(recorder());
        stream.begin();
        stream.sent();
        TraceRecorder first = recorder();
        ticker.advance(Duration.ofSeconds(2));
        background.finishIdle();
        assertThat(recorder()).isNotSameAs(first);
        assertThat(finished).isEmpty();

        stream.end();
        ticker.advance(Duration.ofMillis(1));
        background.finishIdle();
        assertThat(finished.get(0).calls()).hasSize(1);
    }

    @Test
    void aCallThatNeverReturnsIsToldInTheEnd() {
        InFlight stream = new InFlight(recorder());
        stream.begin();
        stream.sent();
        ticker.advance(Duration.ofSeconds(2));
        background.finishIdle();
        ticker.advance(Duration.ofSeconds(30));
        background.finishIdle();
        assertThat(finished).hasSize(1);
        assertThat(finished.get(0).calls()).hasSize(1);
    }

    @Test
    void aCallThatNobodyWasToldOfBeforeItReturnedIsNotLost() {
        TraceRecorder recorder = recorder();
        long start = ticker.read();
        ticker.advance(Duration.ofMillis(1_500));
        background.finishIdle();
        recorder.add(TestCall.at(start, "slow load"));

        assertThat(finished).hasSize(1);
        assertThat(finished.get(0).calls()).hasSize(1);
        assertThat(finished.get(0).durationNanos()).isEqualTo(1_500_000_000L);
    }

    @Test
    void onceClosedNothingIsRecorded() {
        TraceRecorder recorder = recorder();
        recorder.add(TestCall.of("one"));
        background.close();
        assertThat(finished).hasSize(1);
        recorder.add(TestCall.of("late"));
        assertThat(background.recorder()).isNull();
        assertThat(finished).hasSize(1);
    }

    private TraceRecorder recorder() {
        return requireNonNull(background.recorder());
    }

    private static final class InFlight extends RemoteCall {
        InFlight(TraceRecorder recorder) {
            super(recorder);
        }

        @Override
        public CallKind kind() {
            return TestKind.TEST;
        }

        @Override
        public Object operation() {
            return "stream";
        }

        @Override
        public Call finished() {
            return TestCall.at(startNanos(), "stream");
        }
    }

    private final class Finished implements TraceSink {
        @Override
        public void onStart(TraceRecorder recorder) {}

        @Override
        public void onCall(TraceRecorder recorder, Call call) {}

        @Override
        public void onOutcome(TraceRecorder recorder, Call call) {}

        @Override
        public void onFinish(TraceRecorder recorder) {
            finished.add(recorder.snapshot());
        }

        @Override
        public void onQuietFinish(TraceRecorder recorder) {}
    }
}
