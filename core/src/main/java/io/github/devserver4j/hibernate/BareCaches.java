package io.github.devserver4j.hibernate;

import javax.cache.CacheManager;

/** JCache managers as their provider made them: Hibernate's second-level cache is told of by Hibernate. */
final class BareCaches {

    private BareCaches() {}

    /** The manager that a recorded one wraps; anything else as it is. */
    static Object of(Object manager) {
        try {
            return manager instanceof CacheManager caches ? caches.unwrap(CacheManager.class) : manager;
        } catch (RuntimeException | LinkageError wrapsNothing) {
            return manager;
        }
    }
}
