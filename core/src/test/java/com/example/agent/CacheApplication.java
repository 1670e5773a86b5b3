package com.example.agent;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;

/** Calls of JCache, by two providers, and of Caffeine itself. */
@SuppressWarnings("CheckReturnValue") // what is called counts
public class CacheApplication extends VanillaApplication {

    /** Before any request. */
    public CacheApplication() {
        on("/ehcache", () -> jcache("org.ehcache.jsr107.EhcacheCachingProvider"));
        on("/caffeine-jcache", () -> jcache("com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider"));
    }

    protected CachingProvider provider(String className) {
        return Caching.getCachingProvider(className);
    }

    private void jcache(String className) {
        CachingProvider provider = provider(className);
        CacheManager manager = provider.getCacheManager();
        Cache<String, String> cache = manager.createCache(
                "users", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
        cache.put("1", "Ann");
        cache.get("1");
        cache.get("2");
        cache.getAll(Set.of("1", "2"));
        manager.getCache("users", String.class, String.class).remove("1");
        provider.close();
    }

    /** Caches of Caffeine itself, whose names plain wiring can't know. */
    public static final class OfCaffeine extends VanillaApplication {
        private final LoadingCache<String, String> loading =
                Caffeine.newBuilder().maximumSize(10).build(key -> "loaded " + key);
        private final AsyncCache<String, String> async = Caffeine.newBuilder().buildAsync();

        OfCaffeine() {
            on("/caffeine", this::calls);
        }

        private void calls() throws Exception {
            loading.getIfPresent("1");
            loading.get("1");
            loading.get("1");
            async.get("2", key -> "loaded").get();
            async.synchronous().getIfPresent("2");
        }

        /** Runs it. */
        public static void main(String[] arguments) throws Exception {
            new OfCaffeine().serve();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new CacheApplication().serve();
    }
}
