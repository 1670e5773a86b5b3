package io.github.devserver4j.cache.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Random calls of everything that an {@link AsyncCache} and an {@link AsyncLoadingCache} can do. */
@SuppressWarnings("FutureReturnValueIgnored") // an operation's body gives its future on
final class AsyncCacheOperations {

    /** Keys from here on may have futures that are not completed yet, so nothing that would wait is asked of them. */
    private static final int FIRST_PENDING = 1_000;

    private final CacheOperations operations;
    private final List<CompletableFuture<String>> pending = new ArrayList<>();

    AsyncCacheOperations(CacheOperations operations) {
        this.operations = operations;
    }

    Operation<AsyncCache<Integer, String>> ofCache() {
        return operations.pick(List.of(this::read, this::bulkRead, this::ofMap, this::ofPending));
    }

    Operation<AsyncLoadingCache<Integer, String>> ofLoadingCache() {
        int key = operations.key();
        List<Integer> keys = operations.keys();
        return operations.nextInt(3) > 0
                ? new Operation<>("get " + key, cache -> cache.get(key))
                : new Operation<>("getAll " + keys, cache -> cache.getAll(keys));
    }

    void completePending() {
        pending.forEach(future -> future.complete("late"));
        pending.clear();
    }

    private Operation<AsyncCache<Integer, String>> read() {
        int key = operations.key();
        Function<Integer, @Nullable String> loader = operations.loader();
        return switch (operations.nextInt(4)) {
            case 0 -> new Operation<>("getIfPresent " + key, cache -> cache.getIfPresent(key));
            case 1 -> new Operation<>("get by function " + key, cache -> cache.get(key, loader));
            case 2 -> new Operation<>("get " + key, cache -> cache.get(key, (k, e) -> future(loader, k)));
            default ->
                new Operation<>(
                        "get failing " + key,
                        cache -> cache.get(key, (k, e) -> {
                            throw new IllegalStateException("not even a future");
                        }));
        };
    }

    private Operation<AsyncCache<Integer, String>> bulkRead() {
        List<Integer> keys = operations.keys();
        int mode = operations.nextInt(3);
        return operations.nextInt(2) == 0
                ? new Operation<>(
                        "getAll by function " + keys,
                        cache -> cache.getAll(keys, missing -> operations.loadAll(mode, missing)))
                : new Operation<>(
                        "getAll " + keys,
                        cache -> cache.getAll(
                                keys,
                                (missing, e) -> CompletableFuture.completedFuture(operations.loadAll(mode, missing))));
    }

    private Operation<AsyncCache<Integer, String>> ofMap() {
        int key = operations.key();
        Function<Integer, @Nullable String> loader = operations.loader();
        return switch (operations.nextInt(8)) {
            case 0 -> map("get", map -> map.get(key));
            case 1 -> map("put", map -> map.put(key, future(loader, key)));
            case 2 -> map("putIfAbsent", map -> map.putIfAbsent(key, future(loader, key)));
            case 3 -> map("compute", map -> map.compute(key, (k, v) -> future(loader, k)));
            case 4 -> map("computeIfPresent", map -> map.computeIfPresent(key, (k, v) -> future(loader, k)));
            case 5 -> map("remove", map -> map.remove(key));
            case 6 -> map("computeIfAbsent without", map -> map.computeIfAbsent(key, k -> noFuture(loader, k)));
            default -> map("computeIfAbsent", map -> map.computeIfAbsent(key, k -> future(loader, k)));
        };
    }

    private Operation<AsyncCache<Integer, String>> ofPending() {
        int key = FIRST_PENDING + operations.nextInt(10);
        List<Integer> keys = List.of(key, FIRST_PENDING, FIRST_PENDING + 1);
        return switch (operations.nextInt(6)) {
            case 0 -> new Operation<>("pending get", cache -> cache.get(key, (k, e) -> pendingFuture()));
            case 1 -> new Operation<>("pending getIfPresent", cache -> cache.getIfPresent(key));
            case 2 ->
                new Operation<>(
                        "pending synchronous getIfPresent",
                        cache -> cache.synchronous().getIfPresent(key));
            case 3 ->
                new Operation<>(
                        "pending synchronous getAllPresent",
                        cache -> cache.synchronous().getAllPresent(keys));
            case 4 -> map("pending computeIfAbsent", map -> map.computeIfAbsent(key, k -> pendingFuture()));
            default ->
                new Operation<>("put pending", cache -> {
                    cache.put(key, pendingFuture());
                    return null;
                });
        };
    }

    private CompletableFuture<String> pendingFuture() {
        CompletableFuture<String> future = new CompletableFuture<>();
        pending.add(future);
        return future;
    }

    private static Operation<AsyncCache<Integer, String>> map(
            String name, Function<ConcurrentMap<Integer, CompletableFuture<String>>, @Nullable Object> body) {
        return new Operation<>("map." + name, cache -> body.apply(cache.asMap()));
    }

    @SuppressWarnings("NullAway") // a future of nothing is what a loader may give
    private static CompletableFuture<String> future(Function<Integer, @Nullable String> loader, int key) {
        try {
            return CompletableFuture.completedFuture(loader.apply(key));
        } catch (IllegalStateException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static @Nullable CompletableFuture<String> noFuture(Function<Integer, @Nullable String> loader, int key) {
        String unused = loader.apply(key);
        return null;
    }

    static Map<Integer, String> allOf(Iterable<? extends Integer> keys) {
        Map<Integer, String> values = new HashMap<>();
        keys.forEach(key -> values.put(key, "all" + key));
        return values;
    }
}
