package io.github.devserver4j.cache.caffeine;

import io.github.devserver4j.cache.CacheCalls;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link TracedCollection} that is a set, and so equals any set with the same elements. */
final class TracedSet<E> extends TracedCollection<E> implements Set<E> {

    private final Set<E> delegate;

    TracedSet(Set<E> delegate, String removal, CacheCalls calls) {
        super(delegate, removal, calls);
        this.delegate = delegate;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || delegate.equals(other instanceof TracedSet<?> traced ? traced.delegate : other);
    }

    @Override
    public int hashCode() {
        return delegate.hashCode();
    }
}
