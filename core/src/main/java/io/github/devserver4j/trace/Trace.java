package io.github.devserver4j.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request with everything that happened behind it. Immutable.
 *
 * @param id numbers the requests of this JVM from 1
 * @param request what the client asked for
 * @param response how the request ended; null while it is still running
 * @param end wall-clock time of the end, or of this snapshot of a running request
 * @param durationNanos from the request's arrival in the filter until {@code end}, in nanoseconds
 * @param allocatedBytes the bytes that the request's threads allocated for it; -1 where the JVM can't tell, as on
 *     virtual threads
 * @param calls those that were kept one by one, in the order they began
 * @param groups those past the limit, by operation, in the order of their first
 * @param totals one for each kind that occurred, in the order of their first call
 * @param underWay the call that a running request is waiting for; null if there is none or it can't be told
 */
public record Trace(
        long id,
        RequestLine request,
        @Nullable ResponseLine response,
        Instant end,
        long durationNanos,
        long allocatedBytes,
        List<Call> calls,
        List<CallGroup> groups,
        List<KindTotal> totals,
        @Nullable Call underWay) {

    /** The {@link #allocatedBytes} of a request whose allocation can't be told. */
    public static final long UNKNOWN_ALLOCATION = -1;

    public Trace {
        calls = List.copyOf(calls);
        groups = List.copyOf(groups);
        totals = List.copyOf(totals);
    }

    /** The total of the kind with this tag; null where the request had no such call. */
    public @Nullable KindTotal total(String tag) {
        for (KindTotal total : totals) {
            if (total.kind().tag().equals(tag)) {
                return total;
            }
        }
        return null;
    }

    /** How many calls were made, kept or not. */
    public long callCount() {
        long count = calls.size();
        for (CallGroup group : groups) {
            count += group.count();
        }
        return count;
    }

    /** This trace with other calls in place of its own. */
    public Trace withCalls(List<Call> others) {
        return new Trace(id, request, response, end, durationNanos, allocatedBytes, others, groups, totals, underWay);
    }
}
