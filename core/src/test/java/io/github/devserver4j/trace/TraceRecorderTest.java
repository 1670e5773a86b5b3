package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.devserver4j.testing.FakeTicker;
import io.github.devserver4j.testing.TestCall;
import io.github.devserver4j.testing.TestKind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class TraceRecorderTest {

    private final FakeTicker ticker = new FakeTicker();
    private final RecordingSink sink = new RecordingSink();

    @Test
    void aTraceHasItsCallsInTheOrderTheyBegan() {
        TraceRecorder recorder = recorder(10);
        recorder.add(TestCall.at(2, "second"));
        recorder.add(TestCall.at(1, "first"));
        ticker.advance(Duration.ofMillis(7));
        recorder.finish(200, 11);

        Trace trace = recorder.snapshot();
        assertThat(trace.calls()).extracting(Call::summary).containsExactly("first", "second");
        assertThat(trace.durationNanos()).isEqualTo(7_000_000);
        assertThat(trace.response()).isEqualTo(new ResponseLine(200, 11, null));
        assertThat(sink.events).containsExactly("start 1", "call second", "call first", "finish 1");
    }

    @Test
    void aClockThatWrapsAroundKeepsTheOrder() {
        ticker.advance(Duration.ofNanos(Long.MAX_VALUE));
        TraceRecorder recorder = recorder(10);
        recorder.add(TestCall.at(Long.MIN_VALUE + 5, "second"));
        recorder.add(TestCall.at(Long.MAX_VALUE, "first"));

        assertThat(recorder.snapshot().calls()).extracting(Call::summary).containsExactly("first", "second");
    }

    @Test
    void callsPastTheLimitAreCountedByOperation() {
        TraceRecorder recorder = recorder(2);
        for (int i = 0; i < 10; i++) {
            recorder.add(TestCall.at(i, i % 2 == 0 ? "even" : "odd").lasting(3));
        }

        Trace trace = recorder.snapshot();
        assertThat(trace.calls()).hasSize(2);
        assertThat(trace.groups())
                .extracting(group -> group.example().summary(), CallGroup::count, CallGroup::durationNanos)
                .containsExactly(tuple("even", 4L, 12L), tuple("odd", 4L, 12L));
        assertThat(trace.callCount()).isEqualTo(10);
        assertThat(trace.totals()).containsExactly(new KindTotal(TestKind.TEST, 10, 30, "10 calls"));
    }

    @Test
    void groupsAreBoundedForEachKind() {
        TestKind other = new TestKind("other", "%d others");
        TraceRecorder recorder = recorder(1);
        for (int i = 0; i < 5_000; i++) {
            recorder.add(TestCall.of("operation " + i));
        }
        recorder.add(TestCall.of("only").of(other));

        Trace trace = recorder.snapshot();
        assertThat(trace.groups()).hasSize(202);
        assertThat(trace.groups().get(200).count()).isEqualTo(4_799);
        assertThat(trace.groups().get(201).example().summary()).isEqualTo("only");
        assertThat(trace.callCount()).isEqualTo(5_001);
    }

    @Test
    void aFaultyTallyHarmsNobody() {
        CallKind faulty = new CallKind() {
            @Override
            public String tag() {
                return "faulty";
            }

            @Override
            public Tally newTally() {
                throw new IllegalStateException("faulty");
            }
        };
        TraceRecorder recorder = recorder(1);
        recorder.add(TestCall.of("kept"));
        recorder.add(TestCall.of("counted").of(faulty));
        recorder.add(TestCall.of("counted"));

        Trace trace = recorder.snapshot();
        assertThat(trace.callCount()).isEqualTo(3);
        assertThat(trace.totals()).extracting(KindTotal::summary).containsExactly("2 calls");
    }

    @Test
    void whatARequestWaitsForStaysWhileOthersReturn() {
        TraceRecorder recorder = recorder(10);
        TestCall waiting = TestCall.of("waiting");
        recorder.begun(waiting);
        recorder.add(TestCall.of("on another thread"));
        assertThat(recorder.snapshot().underWay()).isEqualTo(waiting);

        recorder.add(waiting);
        assertThat(recorder.snapshot().underWay()).isNull();
    }

    @Test
    void callsAfterTheEndAreDropped() {
        TraceRecorder recorder = recorder(10);
        recorder.finish(200, 0);
        recorder.add(TestCall.of("late"));

        assertThat(recorder.snapshot().calls()).isEmpty();
        assertThat(sink.events).containsExactly("start 1", "finish 1");
    }

    @Test
    void onlyTheFirstEndCounts() {
        TraceRecorder recorder = recorder(10);
        recorder.finish(200, 1);
        recorder.finish(500, 2);
        recorder.finishQuietly(404, 3);

        assertThat(recorder.snapshot().response()).isEqualTo(new ResponseLine(200, 1, null));
        assertThat(sink.events).containsExactly("start 1", "finish 1");
    }

    @Test
    void theFirstExceptionCounts() {
        TraceRecorder recorder = recorder(10);
        recorder.exception(new IllegalStateException("first"));
        recorder.exception(new IllegalArgumentException("second"));
        recorder.finish(500, 0);

        assertThat(recorder.snapshot().response())
                .isEqualTo(new ResponseLine(500, 0, "java.lang.IllegalStateException"));
    }

    @Test
    void allocationThatIsUnknownOnceIsUnknown() {
        TraceRecorder recorder = recorder(10);
        recorder.addAllocatedBytes(10);
        assertThat(recorder.snapshot().allocatedBytes()).isEqualTo(10);
        recorder.addAllocatedBytes(Trace.UNKNOWN_ALLOCATION);
        recorder.addAllocatedBytes(10);
        assertThat(recorder.snapshot().allocatedBytes()).isEqualTo(Trace.UNKNOWN_ALLOCATION);
    }

    @Test
    void aSnapshotMayBeTakenWhileOthersAdd() throws Exception {
        TraceRecorder recorder = recorder(100);
        int threads = 4;
        int calls = 2_000;
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            String name = "thread " + t;
            new Thread(() -> {
                        for (int i = 0; i < calls; i++) {
                            recorder.add(TestCall.at(i, name));
                        }
                        done.countDown();
                    })
                    .start();
        }
        long seen = 0;
        while (done.getCount() > 0) {
            Trace trace = recorder.snapshot();
            assertThat(trace.callCount()).isGreaterThanOrEqualTo(seen);
            seen = trace.callCount();
        }
        assertThat(recorder.snapshot().callCount()).isEqualTo((long) threads * calls);
    }

    @Test
    void aCallThatEndsRightAfterItsRequestIsStillTold() {
        TraceRecorder recorder = recorder(10);
        RemoteCall call = new SentCall(recorder);
        call.begin();
        call.sent();
        recorder.finish(200, 0);
        call.end();

        assertThat(recorder.snapshot().calls()).containsExactly(TestCall.of("sent"));
    }

    @Test
    void theLimitIsAtLeastOne() {
        assertThatThrownBy(() -> recorder(0)).hasMessage("callLimit must be at least 1, not 0");
    }

    private TraceRecorder recorder(int limit) {
        TraceSettings settings = new TraceSettings(ticker, limit, CallSites.off());
        return Tracer.create(CurrentTrace.create(), settings, sink).start(new RequestLine("GET", "/", "HTTP/1.1"));
    }

    private static final class SentCall extends RemoteCall {

        SentCall(TraceRecorder recorder) {
            super(recorder);
        }

        @Override
        public CallKind kind() {
            return TestKind.TEST;
        }

        @Override
        public Object operation() {
            return "sent";
        }

        @Override
        public Call finished() {
            return TestCall.of("sent");
        }
    }
}
