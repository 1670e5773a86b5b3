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
 * line together; past {@value #MAX_ADDRESSES} addresses further ones do not count as duplicates. Not thread-safe.
 */
final class HttpTally implements Tally {

    private static final int MAX_HOSTS = 20;
    private static final int MAX_ADDRESSES = 2_000;
    private static final int MAX_HINTS = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Fetches> fetches = new LinkedHashMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private long count;
    private long failed;
    private long durationNanos;

    @Override
    public void add(Call call) {
        HttpCall http = call instanceof HttpExchange exchange ? exchange.finished() : (HttpCall) call;
        count++;
        failed += http.error() == null ? 0 : 1;
        durationNanos += http.durationNanos();
        host(http.address().host()).add(1, http.durationNanos());
        if (http.isRead()) {
            fetched(http.address().identity(), http.address().toString(), 1);
        }
    }

    @Override
    public void addAll(Tally other) {
        HttpTally that = (HttpTally) other;
        count += that.count;
        failed += that.failed;
        durationNanos += that.durationNanos;
        that.hosts.forEach((name, host) -> host(name).add(host.calls, host.nanos));
        that.fetches.forEach((identity, fetched) -> fetched(identity, fetched.text, fetched.times));
    }

    private Host host(String name) {
        boolean room = hosts.size() < MAX_HOSTS || hosts.containsKey(name);
        return hosts.computeIfAbsent(room ? name : "others", key -> new Host());
    }

    private void fetched(String identity, String text, long times) {
        if (fetches.size() < MAX_ADDRESSES || fetches.containsKey(identity)) {
            fetches.computeIfAbsent(identity, key -> new Fetches(text)).times += times;
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
        StringBuilder summary = new StringBuilder(calls(count));
        summary.append(" with ").append(duplicates()).append(" duplicates");
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
