package io.github.devserver4j.cache.redis;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.CacheServer;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Records the commands of one client in the trace of the thread that sends them: {@code redis users GET users:42: hit},
 * {@code redis pipeline of 5 commands (GET users:1, SET users:2, GET users:3, …): 3 hits, 1 miss}. Thread-safe.
 */
public final class RedisServer {

    private final CurrentTrace currentTrace;
    private final CacheServer values;
    private final CacheServer existence;
    private final CacheServer others;

    private RedisServer(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
        this.values = CacheServer.of(currentTrace, "redis", "MGET");
        this.existence = CacheServer.of(currentTrace, "redis", "EXISTS");
        this.others = CacheServer.of(currentTrace, "redis", "pipeline");
    }

    /** Records in this trace. */
    public static RedisServer of(CurrentTrace currentTrace) {
        return new RedisServer(currentTrace);
    }

    /** Where the current thread's calls are recorded; null where nobody listens, and the call goes straight through. */
    public @Nullable TraceRecorder recorder() {
        return values.recorder();
    }

    /** A command that is about to be sent by the current thread, with its key as {@link RedisKey} makes it. */
    public CacheExchange begin(TraceRecorder recorder, RedisCommand command, int keyCount, @Nullable Object key) {
        return server(command).begin(recorder, command.action(keyCount), command.name(), key);
    }

    /** As {@link #begin(TraceRecorder, RedisCommand, int, Object)}, for the outermost method to begin. */
    public CacheExchange exchange(TraceRecorder recorder, RedisCommand command, int keyCount, @Nullable Object key) {
        return server(command).exchange(recorder, command.action(keyCount), command.name(), key);
    }

    /** Several commands that are sent at once, or wait for the server together. */
    public CacheExchange beginPipeline(TraceRecorder recorder, int commands, FirstCommands first) {
        return begin(recorder, "pipeline", commands, first);
    }

    /** The commands between MULTI and EXEC. */
    public CacheExchange beginTransaction(TraceRecorder recorder, int commands, FirstCommands first) {
        return begin(recorder, "transaction", commands, first);
    }

    /** A call that is no command of the application, such as that for a connection. */
    public CacheExchange begin(TraceRecorder recorder, String what) {
        return others.begin(recorder, CacheAction.OTHER, what, null);
    }

    private CacheExchange begin(TraceRecorder recorder, String what, int commands, FirstCommands first) {
        String command = what + " of " + commands + (commands == 1 ? " command" : " commands");
        return others.begin(recorder, CacheAction.OTHER, command, commands == 0 ? null : first);
    }

    /** Decides what a loop of such reads is told to be replaced by. */
    private CacheServer server(RedisCommand command) {
        return switch (command.name()) {
            case "GET", "GETEX" -> values;
            case "EXISTS" -> existence;
            default -> others;
        };
    }

    /** Two that record in the same trace are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RedisServer that && that.currentTrace == currentTrace;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(currentTrace);
    }
}
