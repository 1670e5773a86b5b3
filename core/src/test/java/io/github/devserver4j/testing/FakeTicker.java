package io.github.devserver4j.testing;

import io.github.devserver4j.trace.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is told to go on. */
public final class FakeTicker implements Ticker {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long read() {
        return nanos.get();
    }

    /** Lets this time pass. */
    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
