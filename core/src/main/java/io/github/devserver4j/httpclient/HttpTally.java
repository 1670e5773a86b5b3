package io.github.devserver4j.httpclient;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Tally;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums up a request's outgoing HTTP calls; where there were several hosts, each of them; and what was fetched again and
 * again:
 *
 * <pre>
 * 4 calls with 2 duplicates, 1 failed
 * api.example.com: 3 calls, 200ms
 * images.example.com: 1 call, 20ms
 * GET https://api.example.com/polls/7 fetched 3 times
 * </pre>
 *
 * <p>A GET or HEAD of the same URL as one before it is a duplicate. Past {@value #MAX_HOSTS} hosts further ones have one
 * line together; past {@value #MAX_ADDRESSES} addresses further ones do not count as duplicates, and the number is said to
 * be a lower bound. Calls that are not finished are read when they are summed up. Not thread-safe.
 */
final class HttpTally implements Tally, UnreadCalls.Reader {

    static final int MAX_HOSTS = 20;
    static final int MAX_ADDRESSES = 2_000;
    static final String OTHERS = "others";

    private static final int MAX_HINTS = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Fetches> fetches = new LinkedHashMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final UnreadCalls unread = new UnreadCalls();
    private long count;
    private long failed;
    private long durationNanos;
    private boolean lowerBound;

    @Override
    public void add(Call call) {
        count++;
        if (call instanceof HttpExchange exchange) {
            unread.add(exchange);
            failed += exchange.hasFailed() ? 1 : 0;
            durationNanos += exchange.knownNanos();
            return;
        }
        HttpCall http = (HttpCall) call;
        failed += http.error() == null ? 0 : 1;
        durationNanos += http.durationNanos();
        counted(http.address(), 1, http.durationNanos());
    }

    @Override
    public void counted(HttpAddress address, long calls, long nanos) {
        counted(address.host(), calls, nanos);
        if (HttpCall.isRead(address.method())) {
            fetched(address.identity(), address.toString(), calls);
        }
    }

    @Override
    public void counted(String server, long calls, long nanos) {
        host(server).add(calls, nanos);
    }

    @Override
    public void addAll(Tally other) {
        HttpTally that = (HttpTally) other;
        count += that.count;
        failed += that.failed;
        durationNanos += that.durationNanos;
        lowerBound |= that.lowerBound || that.unread.othersRead();
        that.hosts.forEach((name, host) -> host(name).add(host.calls, host.nanos));
        that.unread.read(this);
        that.fetches.forEach((identity, fetched) -> fetched(identity, fetched.text, fetched.times));
    }

    private Host host(String name) {
        boolean room = hosts.size() < MAX_HOSTS || hosts.containsKey(name);
        return hosts.computeIfAbsent(room ? name : OTHERS, key -> new Host());
    }

    private void fetched(String identity, String text, long times) {
        if (fetches.size() < MAX_ADDRESSES || fetches.containsKey(identity)) {
            fetches.computeIfAbsent(identity, key -> new Fetches(text)).times += times;
        } else {
            lowerBound = true;
        }
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public String summary() {
        if (!unread.isEmpty()) {
            HttpTally read = new HttpTally();
            read.addAll(this);
            return read.summary();
        }
        StringBuilder summary = new StringBuilder(calls(count));
        summary.append(" with ")
                .append(lowerBound ? "at least " : "")
                .append(duplicates())
                .append(" duplicates");
        if (failed > 0) {
            summary.append(", ").append(failed).append(" failed");
        }
        if (hosts.size() > 1) {
            hosts.forEach((name, host) ->
                    summary.append('\n').append(name).append(": ").append(host));
        }
        hints().forEach(hint -> summary.append('\n').append(hint));
        return summary.toString();
    }

    private long duplicates() {
        return fetches.values().stream().mapToLong(fetched -> fetched.times - 1).sum();
    }

    /** The most frequent of what was fetched more than once. */
    private List<String> hints() {
        return fetches.values().stream()
                .filter(fetched -> fetched.times > 1)
                .sorted(Comparator.comparingLong((Fetches fetched) -> -fetched.times))
                .limit(MAX_HINTS)
                .map(fetched -> fetched.text + " fetched " + fetched.times + " times")
                .toList();
    }

    private static String calls(long number) {
        return number == 1 ? "1 call" : number + " calls";
    }

    private static final class Fetches {
        private final String text;
        private long times;

        Fetches(String text) {
            this.text = text;
        }
    }

    private static final class Host {
        private long calls;
        private long nanos;

        void add(long moreCalls, long moreNanos) {
            calls += moreCalls;
            nanos += moreNanos;
        }

        @Override
        public String toString() {
            return calls(calls) + ", " + nanos / NANOS_PER_MILLI + "ms";
        }
    }
}
