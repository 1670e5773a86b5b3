package io.github.devserver4j.resources;

import io.github.devserver4j.trace.ScopeMeter;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceRecorder;
import java.lang.management.ManagementFactory;

/**
 * Measures the bytes that a thread allocates while it works for a request, exactly, at some 20 ns a reading. Where the
 * JVM can't tell (virtual threads, other JVMs than HotSpot and OpenJ9) the request's allocation is unknown. Thread-safe.
 */
public final class AllocationMeter implements ScopeMeter {

    private final com.sun.management.ThreadMXBean threads;

    private AllocationMeter(com.sun.management.ThreadMXBean threads) {
        this.threads = threads;
    }

    /** The meter of this JVM. */
    public static ScopeMeter create() {
        if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported()
                && threads.isThreadAllocatedMemoryEnabled()) {
            return new AllocationMeter(threads);
        }
        return new Unsupported();
    }

    @Override
    public long begin() {
        return threads.getCurrentThreadAllocatedBytes();
    }

    @Override
    public void end(TraceRecorder recorder, long begin) {
        long now = threads.getCurrentThreadAllocatedBytes();
        recorder.addAllocatedBytes(begin < 0 || now < 0 ? Trace.UNKNOWN_ALLOCATION : now - begin);
    }

    private static final class Unsupported implements ScopeMeter {
        @Override
        public long begin() {
            return Trace.UNKNOWN_ALLOCATION;
        }

        @Override
        public void end(TraceRecorder recorder, long begin) {
            recorder.addAllocatedBytes(Trace.UNKNOWN_ALLOCATION);
        }
    }
}
