package io.github.devserver4j.agent;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is known of objects that can't be given a field: by their identity, as their own equals and hashCode are the
 * application's. Doesn't keep them alive, so what is known must not refer to them. Thread-safe.
 */
public final class WeakIdentityMap<V> {

    private final ConcurrentMap<Key, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** At least as many as there are values: a map's own size may be 0 while others change it. */
    private final AtomicInteger atMost = new AtomicInteger();

    /** What is known of an object; null if nothing is. */
    public @Nullable V get(Object object) {
        return atMost.get() == 0 ? null : values.get(new Sought(object));
    }

    /** Sets what is known unless something is; returns what was known before, or null. */
    public @Nullable V putIfAbsent(Object object, V value) {
        forgetCollected();
        atMost.incrementAndGet();
        V before = values.putIfAbsent(new Held(object, collected), value);
        if (before != null) {
            atMost.decrementAndGet();
        }
        return before;
    }

    /** Sets what is known, in place of what was known before. */
    public void put(Object object, V value) {
        forgetCollected();
        atMost.incrementAndGet();
        if (values.put(new Held(object, collected), value) != null) {
            atMost.decrementAndGet();
        }
    }

    /** What is known of an object, or null; nothing is from now on. */
    public @Nullable V remove(Object object) {
        V removed = atMost.get() == 0 ? null : values.remove(new Sought(object));
        if (removed != null) {
            atMost.decrementAndGet();
        }
        return removed;
    }

    /** Of how many objects something is known. */
    public int size() {
        forgetCollected();
        return values.size();
    }

    private void forgetCollected() {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            if (values.remove((Key) gone) != null) {
                atMost.decrementAndGet();
            }
        }
    }

    /** Equal to a key for the same object, and to itself when that has been collected. */
    private sealed interface Key {
        @Nullable
        Object object();
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Key one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        Object object = one.object();
        return object != null && other instanceof Key key && key.object() == object;
    }

    private static final class Held extends WeakReference<Object> implements Key {
        private final int hash;

        Held(Object object, ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public @Nullable Object object() {
            return get();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return same(this, other);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static final class Sought implements Key {
        private final Object object;

        Sought(Object object) {
            this.object = object;
        }

        @Override
        public Object object() {
            return object;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return same(this, other);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
