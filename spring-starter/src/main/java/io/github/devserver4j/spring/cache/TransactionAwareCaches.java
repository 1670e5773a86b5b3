package io.github.devserver4j.spring.cache;

import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.transaction.TransactionAwareCacheDecorator;

/** Records what lies below a decorator, when the transaction is over and not when it is asked. Thread-safe. */
@SuppressWarnings("ReferenceEquality") // a cache that is recorded already comes back as it is
final class TransactionAwareCaches implements CacheWrapper {

    private final CacheWrappers wrappers;

    TransactionAwareCaches(CacheWrappers wrappers) {
        this.wrappers = wrappers;
    }

    @Override
    public @Nullable Cache wrap(Cache cache) {
        if (cache.getClass() != TransactionAwareCacheDecorator.class) {
            return null;
        }
        Cache target = ((TransactionAwareCacheDecorator) cache).getTargetCache();
        Cache recorded = wrappers.wrap(target);
        return recorded == target ? cache : new TransactionAwareCacheDecorator(recorded);
    }
}
