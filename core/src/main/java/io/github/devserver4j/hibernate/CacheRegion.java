package io.github.devserver4j.hibernate;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;

/** A part of the second-level cache. Hibernate tells what it found, not by which key. Thread-safe. */
final class CacheRegion {

    private final CacheCalls calls;

    CacheRegion(CurrentTrace currentTrace, String name) {
        this.calls = CacheCalls.of(currentTrace, name);
    }

    /** Records a {@code Hit}, a {@code Miss} or a {@code Put}, as the methods of the statistics call them. */
    void told(String what) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return;
        }
        switch (what) {
            case "Hit" -> calls.read(recorder, "get", null, 1, 0);
            case "Miss" -> calls.read(recorder, "get", null, 0, 1);
            case "Put" -> calls.ended(recorder, calls.begun(CacheAction.WRITE, "put", null, 0, 0, recorder.now()));
            default -> {} // removals of newer versions
        }
    }
}
