package io.github.devserver4j.httpclient;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts calls past the recorder's limit, on the application's thread: by the client's own objects, without any text being
 * made of them. That is done once for each address, by devserver's thread. Not thread-safe, bounded.
 */
final class UnreadCalls {

    private final Map<Asked, Sum> byAddress = new LinkedHashMap<>();
    private final Map<String, Sum> otherHosts = new HashMap<>();
    private boolean othersRead;

    /** Takes what is counted here; called on devserver's thread. */
    interface Reader {
        void counted(HttpAddress address, long calls, long nanos);

        /** Calls of which no more than the server is known. */
        void counted(String server, long calls, long nanos);
    }

    void add(HttpExchange call) {
        Asked asked = new Asked(call.method(), call.url());
        Sum sum = byAddress.get(asked);
        if (sum == null && byAddress.size() < HttpTally.MAX_ADDRESSES) {
            sum = new Sum(call);
            byAddress.put(asked, sum);
        } else if (sum == null) {
            othersRead |= HttpCall.isRead(call.method());
            sum = other(call);
        }
        sum.calls++;
        sum.nanos += call.knownNanos();
    }

    private Sum other(HttpExchange call) {
        String server = HttpAddress.server(call.url().toString());
        boolean room = otherHosts.size() < HttpTally.MAX_HOSTS || otherHosts.containsKey(server);
        return otherHosts.computeIfAbsent(room ? server : HttpTally.OTHERS, key -> new Sum(call));
    }

    /** Whether there are reads that were not told apart. */
    boolean othersRead() {
        return othersRead;
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    void read(Reader reader) {
        byAddress.values().forEach(sum -> reader.counted(sum.example.address(), sum.calls, sum.nanos));
        otherHosts.forEach((server, sum) -> reader.counted(server, sum.calls, sum.nanos));
    }

    private record Asked(String method, Object url) {}

    private static final class Sum {
        private final HttpExchange example;
        private long calls;
        private long nanos;

        Sum(HttpExchange example) {
            this.example = example;
        }
    }
}
