package io.github.devserver4j.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a request asked of something else: a SQL statement, a cache read, a remote call.
 *
 * <p>Each integration has a record for it. The request's thread only constructs a call and adds it; an implementation
 * that is still being filled in afterwards (a statement whose rows are yet to be fetched) gives its final, immutable
 * form by {@link #finished()}, which devserver's own thread asks for.
 */
public interface Call {

    /** What sort of call this is; decides the tag it is printed under and how its kind is summed up. */
    CallKind kind();

    /** The call in one line for people, values included, secrets masked. */
    String summary();

    /** When it began, as a {@link Ticker} reading in nanoseconds. */
    long startNanos();

    /** How long it took in nanoseconds. */
    long durationNanos();

    /** What went wrong, in one line, or null where nothing did. */
    @Nullable
    String error();

    /** The line of the application's own code that made the call; null where it was not looked for or not found. */
    @Nullable
    StackTraceElement callSite();

    /**
     * What two calls have in common that differ in their values alone: a statement's text with its placeholders. Calls
     * past a recorder's limit are counted by it.
     */
    default Object operation() {
        return summary();
    }

    /** Equal for two calls that ask for exactly the same: a duplicate. */
    default Object identity() {
        return summary();
    }

    /** Whether the console prints this call by itself; where false, only its kind's summary tells of it. */
    default boolean listed() {
        return true;
    }

    /** The call as the console prints it, without tag and duration. The first line stands beside the tag. */
    default List<String> lines(TextStyle style) {
        return List.of(summary());
    }

    /** {@link #operation()} in one line, as the console prints it for calls it counts and does not list. */
    default String operationText(TextStyle style) {
        return operation().toString();
    }

    /** What became known after the call had returned, in one line ({@code Found 31 matching rows}); null if nothing. */
    default @Nullable String outcome() {
        return null;
    }

    /** The immutable form of this call. Asked for on devserver's thread once the request is over. */
    default Call finished() {
        return this;
    }
}
