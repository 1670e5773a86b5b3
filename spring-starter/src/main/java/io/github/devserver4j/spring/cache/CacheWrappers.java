package io.github.devserver4j.spring.cache;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.cache.Cache;
import org.springframework.util.ClassUtils;

/**
 * Records any cache of Spring's, once: what is recorded already, by whatever means, stays as it is, and so does what
 * can't be recorded by an object of its class. Thread-safe.
 */
final class CacheWrappers {

    private static final String SPRING = "org.springframework.cache.";

    /** Caches whose commands are recorded by their connections, or that hold nothing. */
    private static final Set<String> LEFT_ALONE =
            Set.of("org.springframework.data.redis.cache.RedisCache", SPRING + "support.NoOpCache");

    private final List<CacheWrapper> wrappers;

    private CacheWrappers(List<CacheWrapper> wrappers) {
        this.wrappers = wrappers;
    }

    static CacheWrappers of(CurrentTrace currentTrace) {
        List<CacheWrapper> wrappers = new ArrayList<>();
        CacheWrappers all = new CacheWrappers(wrappers);
        wrappers.add(cache -> isLeftAlone(cache.getClass()) ? cache : null);
        if (isPresent(SPRING + "transaction.TransactionAwareCacheDecorator")) {
            wrappers.add(new TransactionAwareCaches(all));
        }
        if (isPresent(SPRING + "caffeine.CaffeineCache", "com.github.benmanes.caffeine.cache.Cache")) {
            wrappers.add(new CaffeineCaches(currentTrace));
        }
        if (isPresent(SPRING + "jcache.JCacheCache", "javax.cache.Cache")) {
            wrappers.add(new JCacheCaches(currentTrace));
        }
        wrappers.add(new ConcurrentMapCaches(currentTrace));
        wrappers.add(new OtherCaches(currentTrace));
        return all;
    }

    /** The cache that records; this one, if it can't or does so already. */
    Cache wrap(Cache cache) {
        try {
            for (CacheWrapper wrapper : wrappers) {
                Cache wrapped = wrapper.wrap(cache);
                if (wrapped != null) {
                    return wrapped;
                }
            }
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return cache;
    }

    private static boolean isLeftAlone(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (LEFT_ALONE.contains(each.getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPresent(String... classes) {
        for (String name : classes) {
            if (!ClassUtils.isPresent(name, CacheWrappers.class.getClassLoader())) {
                return false;
            }
        }
        return true;
    }
}
