package io.github.devserver4j.spring.cache;

import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.CurrentTrace;
import org.springframework.cache.Cache;

/** Records a cache of any class by a proxy of that class. Thread-safe. */
final class OtherCaches implements CacheWrapper {

    private final CurrentTrace currentTrace;

    OtherCaches(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public Cache wrap(Cache cache) {
        return ClassProxy.of(
                cache, new CacheAdvice(new RecordedCache(cache, CacheCalls.of(currentTrace, cache.getName()))));
    }
}
