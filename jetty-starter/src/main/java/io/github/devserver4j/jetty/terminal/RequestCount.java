package io.github.devserver4j.jetty.terminal;

import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceListener;

/** Counts the requests that are over. Written by devserver's thread, read by any. */
final class RequestCount implements TraceListener {

    private volatile long count;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread alone
    public void onFinish(Trace trace) {
        if (!trace.request().isBackground()) {
            count++;
        }
    }

    long count() {
        return count;
    }
}
