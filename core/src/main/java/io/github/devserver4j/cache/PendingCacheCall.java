package io.github.devserver4j.cache;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A cache call that has returned a future whose value is still being loaded: its duration and error become known when
 * the future is completed, by whichever thread does that. Thread-safe.
 *
 * <p>If the request is over before, the call has lasted until then.
 */
final class PendingCacheCall implements Call, BiConsumer<@Nullable Object, @Nullable Throwable> {

    private final TraceRecorder recorder;
    private volatile CacheCall call;
    private volatile boolean ended;

    PendingCacheCall(TraceRecorder recorder, CacheCall begun) {
        this.recorder = recorder;
        this.call = begun;
    }

    /** Is told of the future's end. */
    @Override
    public void accept(@Nullable Object value, @Nullable Throwable thrown) {
        call = call.ended(elapsedNanos(), thrown);
        ended = true;
    }

    /** What is known by now. */
    CacheCall call() {
        return call;
    }

    @Override
    public CallKind kind() {
        return call.kind();
    }

    @Override
    public String summary() {
        return call.summary();
    }

    @Override
    public long startNanos() {
        return call.startNanos();
    }

    @Override
    public long durationNanos() {
        return call.durationNanos();
    }

    @Override
    public @Nullable String error() {
        return call.error();
    }

    @Override
    public @Nullable StackTraceElement callSite() {
        return call.callSite();
    }

    @Override
    public boolean listed() {
        return call.listed();
    }

    @Override
    public Object operation() {
        return call.operation();
    }

    @Override
    public String operationText(TextStyle style) {
        return call.operationText(style);
    }

    @Override
    public CacheCall finished() {
        CacheCall known = call;
        return (ended ? known : known.ended(elapsedNanos(), null)).finished();
    }

    private long elapsedNanos() {
        return recorder.now() - call.startNanos();
    }
}
