package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.memcached.ServerKind;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import net.spy.memcached.CASValue;
import net.spy.memcached.MemcachedClient;
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
        return switch (random.nextInt(6)) {
            case 0 -> client -> client.get(key);
            case 1 -> client -> client.asyncGet(key).get();
            case 2 -> client -> value(client.gets(key));
            case 3 -> client -> value(client.asyncGets(key).get());
            case 4 -> client -> new TreeMap<>(client.getBulk(keys));
            default -> client -> new TreeMap<>(client.asyncGetBulk(keys).get());
        };
    }

    private static @Nullable Object value(@Nullable CASValue<Object> value) {
        return value == null ? null : value.getValue();
    }

    private Operation write() {
        String key = key();
        String value = "value " + random.nextInt(100);
        return switch (random.nextInt(6)) {
            case 0, 1 -> client -> client.set(key, 0, value).get();
            case 2 -> client -> client.add(key, 0, value).get();
            case 3 -> client -> client.replace(key, 0, value).get();
            case 4 -> client -> client.append(key, "+").get();
            default -> client -> compareAndSet(client, key, value);
        };
    }

    private static Object compareAndSet(MemcachedClient client, String key, String value) throws Exception {
        CASValue<Object> known = client.gets(key);
        return known == null
                ? "nothing there"
                : client.asyncCAS(key, known.getCas(), value).get();
    }

    private Operation other() {
        String key = key();
        return switch (random.nextInt(6)) {
            case 0, 1 -> client -> client.delete(key).get();
            case 2 -> kind.isBinary() ? client -> client.incr("counter", 1, 1) : client -> client.incr("counter", 1);
            case 3 -> client -> client.asyncDecr("counter", 1).get();
            case 4 -> client -> client.get("a key that is bad");
            default ->
                random.nextInt(10) == 0
                        ? client -> client.flush().get()
                        : client -> client.delete(key).get();
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
            Callable<@Nullable Object> call = () -> make(client);
            try {
                return "gave " + call.call();
            } catch (Exception thrown) {
                return "threw " + thrown;
            }
        }
    }
}
