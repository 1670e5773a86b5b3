package io.github.devserver4j.cache.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random calls of everything that a {@link Cache} and a {@link LoadingCache} can do. */
final class CacheOperations {

    private static final int KEYS = 60;

    private final Random random;

    CacheOperations(Random random) {
        this.random = random;
    }

    Operation<Cache<Integer, String>> ofCache() {
        return pick(List.of(this::read, this::read, this::bulkRead, this::write, this::ofMap, this::ofView));
    }

    Operation<LoadingCache<Integer, String>> ofLoadingCache(boolean bulk) {
        int key = key();
        List<Integer> keys = keys();
        return switch (random.nextInt(bulk ? 5 : 4)) {
            case 0 -> new Operation<>("refresh " + key, cache -> cache.refresh(key));
            case 1 -> new Operation<>("refreshAll " + keys, cache -> cache.refreshAll(keys));
            case 2, 3 -> new Operation<>("get " + key, cache -> cache.get(key));
            default -> new Operation<>("getAll " + keys, cache -> cache.getAll(keys));
        };
    }

    private Operation<Cache<Integer, String>> read() {
        int key = key();
        Function<Integer, @Nullable String> loader = loader();
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Operation<>("getIfPresent " + key, cache -> cache.getIfPresent(key));
            case 2 -> new Operation<>("getIfPresent null", cache -> cache.getIfPresent(nothing()));
            case 3 -> new Operation<>("get null", cache -> cache.get(nothing(), k -> "null"));
            default -> new Operation<>("get " + key, cache -> cache.get(key, loader));
        };
    }

    private Operation<Cache<Integer, String>> bulkRead() {
        List<Integer> keys = keys();
        int mode = random.nextInt(3);
        return random.nextInt(3) == 0
                ? new Operation<>("getAllPresent " + keys, cache -> cache.getAllPresent(keys))
                : new Operation<>("getAll " + keys, cache -> cache.getAll(keys, missing -> loadAll(mode, missing)));
    }

    private Operation<Cache<Integer, String>> write() {
        int key = key();
        List<Integer> keys = keys();
        return switch (random.nextInt(8)) {
            case 0 -> action("invalidate " + key, cache -> cache.invalidate(key));
            case 1 -> action("invalidateAll " + keys, cache -> cache.invalidateAll(keys));
            case 2 ->
                random.nextInt(20) > 0
                        ? action("cleanUp", Cache::cleanUp)
                        : action("invalidateAll", Cache::invalidateAll);
            case 3 -> action("putAll " + keys, cache -> cache.putAll(Map.of(key, "p" + key, -1, "minus")));
            case 4 -> action("put null", cache -> cache.put(key, nothing()));
            case 5 -> new Operation<>("estimatedSize", Cache::estimatedSize);
            default -> action("put " + key, cache -> cache.put(key, "put" + key));
        };
    }

    private Operation<Cache<Integer, String>> ofMap() {
        int key = key();
        Function<Integer, @Nullable String> loader = loader();
        String value = "v" + random.nextInt(3);
        String other = "v" + random.nextInt(3);
        return switch (random.nextInt(17)) {
            case 0 -> new Operation<>("map.get " + key, cache -> cache.asMap().get(key));
            case 1 -> new Operation<>("map.getOrDefault", cache -> cache.asMap().getOrDefault(key, "default"));
            case 2 -> new Operation<>("map.containsKey", cache -> cache.asMap().containsKey(key));
            case 3 ->
                new Operation<>("map.containsValue", cache -> cache.asMap().containsValue(value));
            case 4 ->
                new Operation<>(
                        "map.computeIfPresent",
                        cache -> cache.asMap().computeIfPresent(key, (k, v) -> loader.apply(k)));
            case 5 -> new Operation<>("map.compute", cache -> cache.asMap().compute(key, (k, v) -> loader.apply(k)));
            case 6 ->
                new Operation<>("map.merge", cache -> cache.asMap().merge(key, value, (a, b) -> loader.apply(key)));
            case 7 -> new Operation<>("map.put", cache -> cache.asMap().put(key, value));
            case 8 -> new Operation<>("map.putIfAbsent", cache -> cache.asMap().putIfAbsent(key, value));
            case 9 -> new Operation<>("map.replace", cache -> cache.asMap().replace(key, value));
            case 10 -> new Operation<>("map.replace", cache -> cache.asMap().replace(key, value, other));
            case 11 -> new Operation<>("map.remove", cache -> cache.asMap().remove(key));
            case 12 -> new Operation<>("map.remove", cache -> cache.asMap().remove(key, value));
            case 13 -> action("map.putAll", cache -> cache.asMap().putAll(Map.of(key, value)));
            case 14 -> action("map.replaceAll", cache -> cache.asMap().replaceAll((k, v) -> v + "!"));
            default ->
                new Operation<>("map.computeIfAbsent", cache -> cache.asMap().computeIfAbsent(key, loader));
        };
    }

    private Operation<Cache<Integer, String>> ofView() {
        int key = key();
        List<Integer> keys = keys();
        String value = "v" + random.nextInt(3);
        return switch (random.nextInt(12)) {
            case 0 ->
                new Operation<>(
                        "keys", cache -> Set.copyOf(cache.asMap().keySet()).size());
            case 1 ->
                new Operation<>("keys.remove", cache -> cache.asMap().keySet().remove(key));
            case 2 ->
                new Operation<>(
                        "keys.removeAll", cache -> cache.asMap().keySet().removeAll(keys));
            case 3 ->
                new Operation<>("keys.removeIf", cache -> cache.asMap().keySet().removeIf(k -> k == key));
            case 4 ->
                new Operation<>("values.remove", cache -> cache.asMap().values().remove(value));
            case 5 ->
                new Operation<>(
                        "values.contains", cache -> cache.asMap().values().contains(value));
            case 6 ->
                new Operation<>(
                        "iterator.remove",
                        cache -> removeFirst(cache.asMap().entrySet().iterator()));
            case 7 ->
                new Operation<>(
                        "entries", cache -> new ArrayList<>(cache.asMap().entrySet()).size());
            case 8 -> new Operation<>("map.equals", cache -> cache.asMap().equals(new HashMap<>(cache.asMap())));
            case 9 -> new Operation<>("map.hashCode", cache -> cache.asMap().hashCode());
            case 10 -> new Operation<>("map.toString", cache -> cache.asMap().toString());
            default ->
                new Operation<>(
                        "entries.contains", cache -> cache.asMap().entrySet().contains(Map.entry(1, "v1")));
        };
    }

    private static boolean removeFirst(Iterator<?> iterator) {
        boolean any = iterator.hasNext();
        if (any) {
            iterator.next();
            iterator.remove();
        }
        return any;
    }

    /** Loads some of the keys and one that nobody asked for, nothing at all, or fails. */
    Map<Integer, String> loadAll(int mode, Set<? extends Integer> keys) {
        if (mode == 0) {
            throw new IllegalStateException("loading " + keys);
        }
        Map<Integer, String> loaded = new HashMap<>();
        keys.forEach(key -> {
            if (key % 7 != 0) {
                loaded.put(key, "bulk" + key);
            }
        });
        loaded.put(KEYS, "extra");
        return mode == 1 ? loaded : Map.of();
    }

    Function<Integer, @Nullable String> loader() {
        int mode = random.nextInt(5);
        return key -> {
            if (mode == 0) {
                throw new IllegalStateException("loading " + key);
            }
            return mode == 1 ? null : "loaded" + key;
        };
    }

    int key() {
        return random.nextInt(KEYS);
    }

    List<Integer> keys() {
        return random.ints(random.nextInt(6), 0, KEYS).boxed().toList();
    }

    <T> T pick(List<Supplier<T>> choices) {
        return choices.get(random.nextInt(choices.size())).get();
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // null where the interface allows none
    private static <T> T nothing() {
        return null;
    }

    private static <C> Operation<C> action(String name, Consumer<C> body) {
        return new Operation<>(name, cache -> {
            body.accept(cache);
            return null;
        });
    }
}
