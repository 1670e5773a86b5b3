package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.FakeTicker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that are started for a request. */
@Timeout(20)
final class PassedThreadsTest {

    private final AtomicInteger measured = new AtomicInteger();
    private final CurrentTrace current = CurrentTrace.create(new Counting());
    private final Tracer tracer =
            Tracer.create(current, new TraceSettings(new FakeTicker(), 10, CallSites.off()), new RecordingSink());
    private final TraceRecorder request = tracer.start(new RequestLine("GET", "/", "HTTP/1.1"));

    private final class Counting implements ScopeMeter {
        @Override
        public long begin() {
            return 0;
        }

        @Override
        public void end(TraceRecorder recorder, long begun) {
            measured.incrementAndGet();
        }
    }

    @Test
    void aThreadWorksForTheRequestThatItWasPassed() throws Exception {
        AtomicReference<@Nullable TraceRecorder> seen = new AtomicReference<>();
        AtomicReference<@Nullable TraceRecorder> afterEnd = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            seen.set(current.get());
            current.threadEnds();
            afterEnd.set(current.get());
        });
        try (Scope scope = current.open(request)) {
            current.passTo(thread);
        }
        measured.set(0);
        thread.start();
        thread.join();
        assertThat(seen.get()).isSameAs(request);
        assertThat(afterEnd.get()).isNull();
        assertThat(measured).hasValue(1);
        assertThat(current.isOpenAnywhere()).isFalse();
    }

    @Test
    void whatWasPassedTwiceIsHeldOnce() throws Exception {
        Thread thread = new Thread(current::threadEnds);
        try (Scope scope = current.open(request)) {
            current.passTo(thread);
            current.passTo(thread);
        }
        assertThat(current.isOpenAnywhere()).isTrue();
        thread.start();
        thread.join();
        assertThat(current.isOpenAnywhere()).isFalse();
    }

    @Test
    void withoutARequestNothingIsPassed() throws Exception {
        AtomicReference<@Nullable TraceRecorder> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            seen.set(current.get());
            current.threadEnds();
        });
        current.passTo(thread);
        assertThat(current.isOpenAnywhere()).isFalse();
        thread.start();
        thread.join();
        assertThat(seen.get()).isNull();
    }

    @Test
    void aThreadThatStartsWhenTheRequestIsOverWorksForNone() throws Exception {
        AtomicReference<@Nullable TraceRecorder> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            seen.set(current.get());
            current.threadEnds();
        });
        try (Scope scope = current.open(request)) {
            current.passTo(thread);
        }
        request.finish(200, 0);
        thread.start();
        thread.join();
        assertThat(seen.get()).isNull();
        assertThat(current.isOpenAnywhere()).isFalse();
    }

    @Test
    void threadsThatEndedHoldNothing() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (Scope scope = current.open(request)) {
            for (int i = 0; i < 500; i++) {
                boolean asks = i % 2 == 0;
                Thread thread = new Thread(() -> {
                    if (asks) {
                        Objects.requireNonNull(current.get());
                        current.set(null);
                    }
                    current.threadEnds();
                });
                current.passTo(thread);
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(current.isOpenAnywhere()).isFalse();
    }
}
