package io.github.devserver4j.cache.caffeine;

import io.github.devserver4j.cache.CacheCalls;
import java.util.Set;

/** A {@link TracedCollection} that is a set. */
final class TracedSet<E> extends TracedCollection<E> implements Set<E> {

    TracedSet(Set<E> delegate, String removal, CacheCalls calls) {
        super(delegate, removal, calls);
    }
}
