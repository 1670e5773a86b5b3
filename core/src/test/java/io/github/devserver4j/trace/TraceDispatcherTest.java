package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.FakeTicker;
import io.github.devserver4j.testing.TestCall;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TraceDispatcherTest {

    private final FakeTicker ticker = new FakeTicker();
    private final Telling told = new Telling(false);

    @Test
    void aFinishedRequestIsTold() {
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(told))) {
            start(dispatcher).finish(200, 0);
            assertThat(told.next()).isEqualTo("finish 1 200");
        }
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        TraceListener faulty = trace -> {
            throw new StackOverflowError("faulty");
        };
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(faulty, told))) {
            Tracer tracer = tracer(dispatcher);
            start(tracer).finish(200, 0);
            start(tracer).finish(201, 0);
            assertThat(told.next()).isEqualTo("finish 1 200");
            assertThat(told.next()).isEqualTo("finish 2 201");
        }
    }

    @Test
    void aLongRequestIsToldAsRunningOnceAndThenItsEnd() {
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(told))) {
            Tracer tracer = tracer(dispatcher);
            TraceRecorder recorder = start(tracer);
            recorder.add(TestCall.of("first"));
            ticker.advance(Duration.ofSeconds(2));
            assertThat(told.next()).isEqualTo("running 1 [first]");
            TraceRecorder second = start(tracer);
            ticker.advance(Duration.ofSeconds(2));
            assertThat(told.next()).isEqualTo("running 2 []");
            recorder.finish(200, 0);
            second.finishQuietly(304, 0);
            assertThat(told.next()).isEqualTo("finish 1 200");
            assertThat(told.next()).isEqualTo("finish 2 304");
        }
    }

    @Test
    void aRequestThatEndsWhileItIsBeingClosedIsTold() throws Exception {
        TraceDispatcher dispatcher = TraceDispatcher.start(List.of(told));
        TraceRecorder recorder = start(tracer(dispatcher));
        Thread closing = new Thread(dispatcher::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        recorder.finish(200, 0);
        closing.join();
        assertThat(told.events).containsExactly("finish 1 200");
    }

    @Test
    void aQuietEndIsNotTold() {
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(told))) {
            Tracer tracer = tracer(dispatcher);
            start(tracer).finishQuietly(200, 0);
            start(tracer).finish(200, 0);
            assertThat(told.next()).isEqualTo("finish 2 200");
        }
    }

    @Test
    void realTimeEventsComeInOrder() {
        Telling realtime = new Telling(true);
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(told, realtime))) {
            TraceRecorder recorder = start(dispatcher);
            TestCall call = TestCall.of("call").with("outcome");
            recorder.add(call);
            recorder.add(TestCall.of("next"));
            recorder.outcome(call);
            recorder.finish(200, 0);
            assertThat(realtime.next()).isEqualTo("call call");
            assertThat(realtime.next()).isEqualTo("call next");
            assertThat(realtime.next()).isEqualTo("outcome outcome");
            assertThat(realtime.next()).isEqualTo("finish 1 200");
        }
        assertThat(told.events).containsExactly("finish 1 200");
    }

    @Test
    void whenListenersHangRequestsAreDroppedAndLaterShownAgain() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        TraceListener hanging = trace -> {
            hangs.countDown();
            await(mayGoOn);
            told.onFinish(trace);
        };
        int requests = 5_000;
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(hanging))) {
            Tracer tracer = tracer(dispatcher);
            start(tracer).finish(200, 0);
            await(hangs);
            long begun = System.nanoTime();
            for (int i = 0; i < requests; i++) {
                start(tracer).finish(200, 0);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            mayGoOn.countDown();
            for (int i = 0; i < 1 + 4_096; i++) {
                assertThat(told.next()).startsWith("finish ");
            }
            start(tracer).finish(204, 0);
            assertThat(told.next()).isEqualTo("finish " + (requests + 2) + " 204");
        }
    }

    @Test
    void closeTellsWhatIsQueuedAndEndsTheThread() {
        TraceDispatcher dispatcher = TraceDispatcher.start(List.of(told));
        Tracer tracer = tracer(dispatcher);
        for (int i = 0; i < 1_000; i++) {
            start(tracer).finish(200, 0);
        }
        dispatcher.close();
        assertThat(told.events).hasSize(1_000);
        assertThat(dispatcher.isAlive()).isFalse();
        start(tracer).finish(200, 0);
        dispatcher.close();
        assertThat(told.events).hasSize(1_000);
        assertThat(dispatcher.liveRequests()).isZero();
    }

    @Test
    void anOpenStreamCostsNoProcessorTime() throws Exception {
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(told))) {
            TraceRecorder stream = start(dispatcher);
            ticker.advance(Duration.ofSeconds(3));
            assertThat(told.next()).startsWith("running");
            long thread = dispatcher.threadId();
            while (ManagementFactory.getThreadMXBean().getThreadInfo(thread).getThreadState() != Thread.State.WAITING) {
                Thread.onSpinWait(); // it sleeps without a time limit once nothing came for half a second
            }
            stream.finish(200, 0);
            assertThat(told.next()).isEqualTo("finish 1 200");
        }
    }

    private TraceRecorder start(TraceDispatcher dispatcher) {
        return start(tracer(dispatcher));
    }

    private static TraceRecorder start(Tracer tracer) {
        return tracer.start(new RequestLine("GET", "/", "HTTP/1.1"));
    }

    private Tracer tracer(TraceDispatcher dispatcher) {
        return Tracer.create(CurrentTrace.create(), new TraceSettings(ticker, 10, CallSites.off()), dispatcher);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private record Telling(boolean realtime, BlockingQueue<String> events) implements TraceListener {
        Telling(boolean realtime) {
            this(realtime, new LinkedBlockingQueue<>());
        }

        String next() {
            try {
                @Nullable String event = events.poll(10, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("nothing was told");
                }
                return event;
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Override
        public void onFinish(Trace trace) {
            ResponseLine response = trace.response();
            events.add("finish " + trace.id() + " " + (response == null ? "-" : response.status()));
        }

        @Override
        public void onRunning(Trace trace) {
            events.add("running " + trace.id() + " "
                    + trace.calls().stream().map(Call::summary).toList());
        }

        @Override
        public void onCall(TraceRecorder recorder, Call call) {
            events.add("call " + call.summary());
        }

        @Override
        public void onOutcome(TraceRecorder recorder, Call call) {
            events.add("outcome " + call.outcome());
        }
    }
}
