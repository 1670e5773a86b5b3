package io.github.devserver4j.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys that were read and missed more than once in a request. Where not all could be told apart, since that takes
 * their text, the numbers are said to be lower bounds. Not thread-safe, bounded.
 */
final class RepeatedMisses {

    private static final int MAX_KEYS = 1_000;
    private static final int MAX_HINTS = 3;

    private final Map<Miss, Integer> misses = new HashMap<>();
    private boolean lowerBound;

    void add(CacheCall call, @Nullable String cache) {
        boolean missed = call.action() == CacheAction.READ && call.misses() > 0;
        if (missed && call.key() instanceof String key) {
            count(new Miss(cache, key, call.source()), 1);
        } else if (missed && call.key() != null) {
            lowerBound = true;
        }
    }

    void addAll(RepeatedMisses others) {
        lowerBound |= others.lowerBound;
        others.misses.forEach(this::count);
    }

    private void count(Miss miss, int times) {
        if (misses.size() < MAX_KEYS || misses.containsKey(miss)) {
            misses.merge(miss, times, Integer::sum);
        }
    }

    /** The worst keys: {@code users 42 missed 3 times}. */
    List<String> hints() {
        return misses.entrySet().stream()
                .filter(miss -> miss.getValue() > 1)
                .sorted((one, other) -> order(one, other))
                .limit(MAX_HINTS)
                .map(miss -> miss.getKey().shown() + " missed " + (lowerBound ? "at least " : "") + miss.getValue()
                        + " times")
                .toList();
    }

    private static int order(Map.Entry<Miss, Integer> one, Map.Entry<Miss, Integer> other) {
        int byCount = Integer.compare(other.getValue(), one.getValue());
        return byCount != 0
                ? byCount
                : one.getKey().text().compareTo(other.getKey().text());
    }

    private record Miss(@Nullable String cache, String key, CacheSource source) {

        String shown() {
            String keyText = source.keyText(key);
            return cache == null ? keyText : cache + " " + keyText;
        }

        String text() {
            return cache == null ? key : cache + " " + key;
        }
    }
}
