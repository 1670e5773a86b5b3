package io.github.devserver4j.trace;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts calls that were made before: calls minus distinct {@link Call#identity()}. Past {@value #MAX_DISTINCT} different
 * calls further new ones are taken for distinct, so the number is a lower bound then, and is said to be one. Not
 * thread-safe.
 */
public final class Duplicates {

    /** So many different calls are told apart. */
    public static final int MAX_DISTINCT = 10_000;

    private final Set<Object> identities = new HashSet<>();
    private long count;
    private boolean lowerBound;

    /** Counts a call. */
    public void add(Object identity) {
        if (identities.contains(identity)) {
            count++;
        } else if (identities.size() < MAX_DISTINCT) {
            identities.add(identity);
        } else {
            lowerBound = true;
        }
    }

    /** Counts what another has counted: the first of its identity there may be known here. */
    public void addAll(Duplicates others) {
        others.identities.forEach(this::add);
        count += others.count;
        lowerBound |= others.lowerBound;
    }

    /** {@code 3 duplicates}, or {@code at least 3 duplicates}. */
    @Override
    public String toString() {
        return (lowerBound ? "at least " : "") + count + " duplicates";
    }
}
