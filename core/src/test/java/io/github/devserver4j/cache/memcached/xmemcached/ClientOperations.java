package io.github.devserver4j.cache.memcached.xmemcached;

import io.github.devserver4j.cache.memcached.ServerKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.transcoders.SerializingTranscoder;
import org.jspecify.annotations.Nullable;

/** Random calls of what a client can do, in all their forms. */
final class ClientOperations {

    /** What the servers count as {@code cmd_set}. */
    static final Set<String> STORES = Set.of("set", "add", "replace", "append", "prepend", "cas");

    private static final int KEYS = 20;

    private final Random random;
    private final ServerKind kind;

    ClientOperations(Random random, ServerKind kind) {
        this.random = random;
        this.kind = kind;
    }

    Operation next() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> read();
            case 2, 3 -> write();
            default -> other();
        };
    }

    private Operation read() {
        String key = key();
        List<String> keys = List.copyOf(keys());
        // XMemcached can't read all of jmemcached's answers to the others
        return switch (random.nextInt(kind.isReal() ? 6 : 2)) {
            case 0 -> client -> client.<Object>get(key);
            case 1 -> client -> client.get(key, new SerializingTranscoder());
            case 2 -> client -> value(client.gets(key));
            case 3 -> client -> values(client.gets(keys));
            case 4 -> client -> new TreeMap<>(client.<Object>get(keys));
            default -> client -> new TreeMap<>(client.get(keys, new SerializingTranscoder()));
        };
    }

    private static Object values(Map<String, GetsResponse<Object>> responses) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        responses.forEach((key, response) -> values.put(key, value(response)));
        return values;
    }

    private static @Nullable Object value(@Nullable GetsResponse<Object> response) {
        return response == null ? null : response.getValue();
    }

    private Operation write() {
        String key = key();
        String value = "value " + random.nextInt(100);
        return switch (random.nextInt(kind.isReal() ? 6 : 4)) {
            case 0 -> client -> client.set(key, 0, value);
            case 1 -> client -> client.set(key, 0, value, new SerializingTranscoder());
            case 2 -> client -> client.add(key, 0, value);
            case 3 -> client -> client.replace(key, 0, value);
            case 4 -> client -> client.append(key, "+");
            default -> client -> compareAndSet(client, key, value);
        };
    }

    private static Object compareAndSet(MemcachedClient client, String key, String value) throws Exception {
        GetsResponse<Object> known = client.gets(key);
        return known == null ? "nothing there" : client.cas(key, 0, value, known.getCas());
    }

    private Operation other() {
        String key = key();
        return switch (random.nextInt(5)) {
            case 0 -> client -> client.delete(key);
            case 1 -> client -> client.incr("counter", 1, 1);
            case 2 -> client -> client.decr("counter", 1, 1);
            case 3 -> client -> client.<Object>get("a key that is bad");
            default -> client -> client.delete(key);
        };
    }

    private String key() {
        return "users:" + random.nextInt(KEYS);
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            keys.add(key());
        }
        return keys;
    }

    /** One call with its arguments, which can be made by a traced client and by its raw twin. */
    interface Operation {

        @Nullable
        Object make(MemcachedClient client) throws Exception;

        /** What came of it, in a form that is equal for twins. */
        default String outcome(MemcachedClient client) {
            try {
                return "gave " + make(client);
            } catch (Exception thrown) {
                return "threw " + thrown;
            }
        }
    }
}
