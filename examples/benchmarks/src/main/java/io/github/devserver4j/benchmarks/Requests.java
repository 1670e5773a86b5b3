package io.github.devserver4j.benchmarks;

import io.github.devserver4j.trace.ApplicationCode;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.Ticker;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.TraceSink;
import io.github.devserver4j.trace.Tracer;
import java.util.List;

/** Requests without a server: opens recorders and lets what they recorded go, so that the caller's cost alone is seen. */
final class Requests {

    private static final RequestLine REQUEST = new RequestLine("GET", "/", "HTTP/1.1");

    private final Tracer tracer;

    Requests(boolean callSites) {
        CallSites sites = callSites
                ? CallSites.of(ApplicationCode.in(List.of("io.github.devserver4j.benchmarks")))
                : CallSites.off();
        this.tracer = Tracer.create(
                CurrentTrace.create(),
                new TraceSettings(Ticker.system(), TraceSettings.DEFAULT_CALL_LIMIT, sites),
                new Forgetful());
    }

    CurrentTrace currentTrace() {
        return tracer.currentTrace();
    }

    /** Makes the current thread work for a new request until the scope is closed. */
    Scope open() {
        return tracer.currentTrace().open(tracer.start(REQUEST));
    }

    private static final class Forgetful implements TraceSink {
        @Override
        public void onStart(TraceRecorder recorder) {}

        @Override
        public void onCall(TraceRecorder recorder, Call call) {}

        @Override
        public void onOutcome(TraceRecorder recorder, Call call) {}

        @Override
        public void onFinish(TraceRecorder recorder) {}

        @Override
        public void onQuietFinish(TraceRecorder recorder) {}
    }
}
