package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls for different keys, made one by one from one place, for the hint that fewer would do. Not thread-safe,
 * bounded.
 *
 * @param <P> a place, and what else sets its calls apart
 */
public final class Loops<P> {

    /** So many different keys from one place are a loop; fewer may be chance. */
    private static final int FROM = 5;

    private static final int MAX_PLACES = 100;
    private static final int MAX_KEYS = 200;
    private static final int MAX_HINTS = 3;

    private final Map<P, Rounds> byPlace = new LinkedHashMap<>();

    /** Counts a call from this place; a null key, one that nothing is known of, is no other than those before. */
    public void add(P place, @Nullable Object key) {
        Rounds rounds = rounds(place);
        if (rounds != null) {
            rounds.count++;
            rounds.addKey(key);
        }
    }

    /** Counts what another has counted. */
    public void addAll(Loops<P> others) {
        others.byPlace.forEach((place, theirs) -> {
            Rounds ours = rounds(place);
            if (ours != null) {
                ours.count += theirs.count;
                theirs.keys.forEach(ours::addKey);
            }
        });
    }

    private @Nullable Rounds rounds(P place) {
        boolean room = byPlace.size() < MAX_PLACES || byPlace.containsKey(place);
        return room ? byPlace.computeIfAbsent(place, p -> new Rounds()) : null;
    }

    /** A line for each of the longest loops. */
    public List<String> hints(Function<Loop<P>, String> line) {
        List<Loop<P>> loops = new ArrayList<>();
        byPlace.forEach((place, rounds) -> {
            if (rounds.keys.size() >= FROM) {
                loops.add(new Loop<>(place, rounds.count, rounds.keys.size()));
            }
        });
        loops.sort((one, other) -> Long.compare(other.count, one.count));
        return loops.stream().limit(MAX_HINTS).map(line).toList();
    }

    /**
     * What a loop came to.
     *
     * @param place where it is
     * @param count how many calls it made
     * @param keys for how many different keys, or a little less: they are counted up to a bound
     */
    public record Loop<P>(P place, long count, int keys) {}

    private static final class Rounds {
        private final Set<Object> keys = new HashSet<>();
        private long count;

        void addKey(@Nullable Object key) {
            if (key != null && keys.size() < MAX_KEYS) {
                keys.add(key);
            }
        }
    }
}
