package io.github.devserver4j.cache.caffeine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The keys of one bulk read, noted while the cache iterates over them: how many different ones there are, and for each
 * whether it was there when the cache came to it. Used by one thread, in one call.
 */
final class ObservedKeys<K> implements Iterable<K> {

    private final Iterable<? extends K> keys;
    private final Predicate<? super K> isPresent;
    private final Map<K, Boolean> seen = new LinkedHashMap<>();
    private int walks;

    ObservedKeys(Iterable<? extends K> keys, Predicate<? super K> isPresent) {
        this.keys = keys;
        this.isPresent = isPresent;
    }

    @Override
    public Iterator<K> iterator() {
        Iterator<? extends K> iterator = keys.iterator();
        boolean first = walks++ == 0;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public K next() {
                K key = iterator.next();
                if (first) {
                    note(key);
                }
                return key;
            }
        };
    }

    /** How often the cache has iterated. */
    int walks() {
        return walks;
    }

    /** The different keys. */
    Set<K> unique() {
        return seen.keySet();
    }

    /** How many of the keys were there. */
    int presentCount() {
        int count = 0;
        for (boolean present : seen.values()) {
            count += present ? 1 : 0;
        }
        return count;
    }

    /** How many of the keys were there up to the first that was not and still isn't. */
    int presentCountUntilFailure() {
        int count = 0;
        for (Map.Entry<K, Boolean> entry : seen.entrySet()) {
            if (entry.getValue()) {
                count++;
            } else if (!isPresent.test(entry.getKey())) {
                break;
            }
        }
        return count;
    }

    private void note(K key) {
        try {
            if (!seen.containsKey(key)) {
                seen.put(key, isPresent.test(key));
            }
        } catch (RuntimeException badKey) {
            // the cache meets the same key next and throws this itself
        }
    }
}
