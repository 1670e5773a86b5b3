package io.github.devserver4j.cache.jcache;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** Random calls of everything that a {@link Cache} can do. */
final class CacheOperations {

    private static final int KEYS = 30;

    private final Random random;

    CacheOperations(Random random) {
        this.random = random;
    }

    Operation next() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> read();
            case 3, 4 -> write();
            case 5 -> remove();
            case 6 -> compute();
            case 7 -> random.nextInt(4) == 0 ? whole() : read();
            default -> failing();
        };
    }

    private Operation read() {
        int key = key();
        Set<Integer> keys = keys();
        return switch (random.nextInt(4)) {
            case 0 -> new Operation("containsKey " + key, cache -> cache.containsKey(key));
            case 1 -> new Operation("getAll " + keys, cache -> new TreeMap<>(cache.getAll(keys)));
            default -> new Operation("get " + key, cache -> cache.get(key));
        };
    }

    private Operation write() {
        int key = key();
        String value = value();
        return switch (random.nextInt(8)) {
            case 0 -> new Operation("getAndPut " + key, cache -> cache.getAndPut(key, value));
            case 1 -> new Operation("putIfAbsent " + key, cache -> cache.putIfAbsent(key, value));
            case 2 -> new Operation("replace " + key, cache -> cache.replace(key, value));
            case 3 -> new Operation("getAndReplace " + key, cache -> cache.getAndReplace(key, value));
            case 4 -> {
                String old = value();
                yield new Operation("replace " + key + old, cache -> cache.replace(key, old, value));
            }
            case 5 -> action("putAll", cache -> cache.putAll(Map.of(key, value, KEYS + 1, value)));
            default -> action("put " + key, cache -> cache.put(key, value));
        };
    }

    private Operation remove() {
        int key = key();
        String old = value();
        return switch (random.nextInt(4)) {
            case 0 -> new Operation("remove " + key, cache -> cache.remove(key));
            case 1 -> new Operation("getAndRemove " + key, cache -> cache.getAndRemove(key));
            default -> new Operation("remove " + key + old, cache -> cache.remove(key, old));
        };
    }

    private Operation compute() {
        int key = key();
        Set<Integer> keys = keys();
        String value = value();
        int kind = random.nextInt(7);
        EntryProcessor<Integer, String, String> processor = (entry, arguments) -> process(entry, kind, value);
        return random.nextInt(3) > 0
                ? new Operation("invoke " + kind + " " + key, cache -> cache.invoke(key, processor, "argument"))
                : new Operation("invokeAll " + kind + keys, cache -> texts(cache.invokeAll(keys, processor)));
    }

    private static @Nullable String process(
            javax.cache.processor.MutableEntry<Integer, String> entry, int kind, String value) {
        return switch (kind) {
            case 0 -> String.valueOf(entry.exists());
            case 1 -> entry.getValue();
            case 2 -> {
                entry.setValue(value);
                yield value;
            }
            case 3 -> {
                entry.remove();
                yield null;
            }
            case 4 -> throw new IllegalStateException("processing " + entry.getKey());
            case 5 -> throw new EntryProcessorException("processing " + entry.getKey());
            default -> "nothing";
        };
    }

    private static Map<Integer, String> texts(Map<Integer, EntryProcessorResult<String>> results) {
        Map<Integer, String> texts = new TreeMap<>();
        results.forEach((key, result) -> {
            try {
                texts.put(key, result.get());
            } catch (EntryProcessorException thrown) {
                texts.put(key, thrown.toString());
            }
        });
        return texts;
    }

    private Operation whole() {
        Set<Integer> keys = keys();
        int removed = 2 * random.nextInt(3); // of all keys, those that it divides
        boolean replace = random.nextBoolean();
        return switch (random.nextInt(6)) {
            case 0 -> action("removeAll " + keys, cache -> cache.removeAll(keys));
            case 1 -> random.nextInt(5) > 0 ? iteration(removed) : action("removeAll", Cache::removeAll);
            case 2 -> random.nextInt(5) > 0 ? iteration(removed) : action("clear", Cache::clear);
            case 3 -> new Operation("loadAll " + replace + keys, cache -> load(cache, keys, replace));
            default -> iteration(removed);
        };
    }

    private static Operation iteration(int removed) {
        return new Operation("iterator " + removed, cache -> iterate(cache, removed));
    }

    private static Object iterate(Cache<Integer, String> cache, int removed) {
        Map<Integer, String> seen = new HashMap<>();
        Iterator<Cache.Entry<Integer, String>> entries = cache.iterator();
        while (entries.hasNext()) {
            Cache.Entry<Integer, String> entry = entries.next();
            if (entry == null) {
                continue;
            }
            seen.put(entry.getKey(), entry.getValue());
            if (removed > 0 && entry.getKey() % removed == 0) {
                entries.remove();
            }
        }
        return new TreeMap<>(seen);
    }

    private static Object load(Cache<Integer, String> cache, Set<Integer> keys, boolean replace) {
        CompletionListenerFuture loaded = new CompletionListenerFuture();
        cache.loadAll(keys, replace, loaded);
        try {
            loaded.get();
            return "loaded";
        } catch (ExecutionException failed) {
            return "failed: " + failed.getCause();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Operation failing() {
        int key = key();
        return switch (random.nextInt(8)) {
            case 0 -> new Operation("get null", cache -> cache.get(nothing()));
            case 1 -> new Operation("getAll null", cache -> cache.getAll(nothing()));
            case 2 -> action("put null", cache -> cache.put(key, nothing()));
            case 3 -> new Operation("remove null", cache -> cache.remove(nothing(), "value"));
            case 4 -> new Operation("replace null", cache -> cache.replace(key, nothing(), nothing()));
            case 5 -> new Operation("invoke null", cache -> cache.invoke(key, nothing()));
            case 6 -> new Operation("containsKey null", cache -> cache.containsKey(nothing()));
            default -> new Operation("unwrap", cache -> cache.unwrap(Random.class));
        };
    }

    private static Operation action(String name, Consumer<Cache<Integer, String>> body) {
        return new Operation(name, cache -> {
            body.accept(cache);
            return "done";
        });
    }

    private int key() {
        return random.nextInt(KEYS);
    }

    private Set<Integer> keys() {
        Set<Integer> keys = new HashSet<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            keys.add(key());
        }
        return keys;
    }

    private String value() {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a careless application passes
    private static <T> T nothing() {
        return null;
    }

    /** One call with its arguments, which can be made on a traced cache and on its raw twin. */
    record Operation(String name, Function<Cache<Integer, String>, @Nullable Object> body) {

        /** What came of it, in a form that is equal for twins. */
        String outcome(Cache<Integer, String> cache) {
            try {
                return name + " gave " + body.apply(cache);
            } catch (RuntimeException thrown) {
                return name + " threw " + text(thrown) + " caused by " + thrown.getCause();
            }
        }

        /** The JVM's own text is left out of an exception that it throws often. */
        private static String text(RuntimeException thrown) {
            return thrown instanceof NullPointerException ? "NullPointerException" : thrown.toString();
        }
    }
}
