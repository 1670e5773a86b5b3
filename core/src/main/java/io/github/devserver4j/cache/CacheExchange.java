package io.github.devserver4j.cache;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.RemoteCall;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * A call of a cache server while its answer is awaited; ends as a {@link CacheCall}. What the answer says is told before
 * its {@link #end()}; see {@link RemoteCall} for the order and the threads.
 */
public final class CacheExchange extends RemoteCall {

    private final CacheSource source;
    private final CacheAction action;
    private final String command;
    private final @Nullable Object key;
    private int hits;
    private int misses;
    private long bytes = CacheCall.UNKNOWN_BYTES;

    CacheExchange(
            TraceRecorder recorder, CacheSource source, CacheAction action, String command, @Nullable Object key) {
        super(recorder);
        this.source = source;
        this.action = action;
        this.command = command;
        this.key = key;
    }

    /** How many of the keys asked for were there, and how many were not. */
    public CacheExchange found(int hits, int misses) {
        this.hits = hits;
        this.misses = misses;
        return this;
    }

    /** The size of the values read or written, in bytes. */
    public CacheExchange bytes(long size) {
        this.bytes = size;
        return this;
    }

    @Override
    public CallKind kind() {
        return CacheKind.CACHE;
    }

    /** The command and the beginning of its key, which is not cut out for this. */
    @Override
    public Object operation() {
        int label = source.labelHash(key);
        return label == 0 ? command : new Operation(command, label);
    }

    @Override
    public String operationText(TextStyle style) {
        return source.backend() + " " + command;
    }

    private record Operation(String command, int label) {}

    @Override
    public CacheCall finished() {
        return call().finished();
    }

    /** As it is known by now, its key as it is. */
    CacheCall call() {
        boolean over = isEnded(); // read first: it publishes the others
        return new CacheCall(
                source,
                action,
                command,
                key,
                hits,
                misses,
                bytes,
                startNanos(),
                durationNanos(),
                over,
                site(),
                thrown());
    }
}
