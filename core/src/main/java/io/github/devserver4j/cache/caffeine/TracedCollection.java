package io.github.devserver4j.cache.caffeine;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records what is removed through a view of a cache's map, such as {@code asMap().keySet().removeIf(...)}: each a call
 * of the cache. Looking at a view is none. As thread-safe as the view it wraps.
 */
class TracedCollection<E> implements Collection<E> {

    private final Collection<E> delegate;
    private final String removal;
    private final CacheCalls calls;

    /** @param removal what removals are recorded as: {@code asMap.values.remove} */
    TracedCollection(Collection<E> delegate, String removal, CacheCalls calls) {
        this.delegate = delegate;
        this.removal = removal;
        this.calls = calls;
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return recorded(() -> delegate.remove(element));
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        return recorded(() -> delegate.removeAll(elements));
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        return recorded(() -> delegate.removeIf(filter));
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        return recorded(() -> delegate.retainAll(elements));
    }

    @Override
    public void clear() {
        calls.run(CacheAction.REMOVE, removal, null, delegate::clear);
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<E> iterator = delegate.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public E next() {
                return iterator.next();
            }

            @Override
            public void remove() {
                calls.run(CacheAction.REMOVE, removal, null, iterator::remove);
            }

            @Override
            public void forEachRemaining(Consumer<? super E> action) {
                iterator.forEachRemaining(action);
            }
        };
    }

    @Override
    public boolean add(E element) {
        return delegate.add(element);
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        return delegate.addAll(elements);
    }

    @Override
    public int size() {
        return delegate.size();
    }

    @Override
    public boolean isEmpty() {
        return delegate.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return delegate.contains(element);
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        return delegate.containsAll(elements);
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        delegate.forEach(action);
    }

    @Override
    public Spliterator<E> spliterator() {
        return delegate.spliterator();
    }

    @Override
    public Stream<E> stream() {
        return delegate.stream();
    }

    @Override
    public Stream<E> parallelStream() {
        return delegate.parallelStream();
    }

    @Override
    public Object[] toArray() {
        return delegate.toArray();
    }

    @Override
    public <T extends @Nullable Object> T[] toArray(T[] array) {
        return delegate.toArray(array);
    }

    @Override
    public <T extends @Nullable Object> T[] toArray(IntFunction<T[]> generator) {
        return delegate.toArray(generator);
    }

    @Override
    public String toString() {
        return delegate.toString();
    }

    private boolean recorded(BooleanSupplier body) {
        return calls.call(CacheAction.REMOVE, removal, null, body::getAsBoolean);
    }
}
