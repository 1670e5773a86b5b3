package io.github.devserver4j.spring.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.spring.BootClasses;
import io.github.devserver4j.spring.RecordedBeans;
import io.github.devserver4j.spring.RecordedBeans.Script;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.cache.jcache.JCacheCacheManager;
import org.springframework.cache.support.AbstractValueAdaptingCache;
import org.springframework.cache.support.CompositeCacheManager;
import org.springframework.cache.support.NoOpCacheManager;
import org.springframework.cache.support.SimpleCacheManager;
import org.springframework.cache.transaction.TransactionAwareCacheManagerProxy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class CachesTest {

    private final WebApplicationContextRunner application = RecordedBeans.application()
            .withConfiguration(BootClasses.autoConfigurations(
                    "cache.autoconfigure.CacheAutoConfiguration", "cache.CacheAutoConfiguration"))
            .withUserConfiguration(Library.class);

    private static final List<String> ONCE_EACH =
            List.of("books get 1: miss", "books put 1", "books get 1: hit", "books get 1: hit");

    /** The first time a book is asked for, the second time, and a look at the cache by hand. */
    private static List<String> asked(ApplicationContext context) throws Exception {
        Books books = context.getBean(Books.class);
        CacheManager manager = context.getBean(CacheManager.class);
        return texts(context, () -> {
            assertThat(books.title(1)).isEqualTo("title 1");
            assertThat(books.title(1)).isEqualTo("title 1");
            assertThat(Objects.requireNonNull(books(manager).get(1)).get()).isEqualTo("title 1");
        });
    }

    private static List<String> texts(ApplicationContext context, Script script) throws Exception {
        return RecordedBeans.recorded(context, script).stream()
                .map(text -> text.replace("getIfPresent", "get"))
                .toList();
    }

    private static Cache books(CacheManager manager) {
        return Objects.requireNonNull(manager.getCache("books"));
    }

    @Test
    void caffeineWithNamesMadeUpOnTheWay() {
        application.withPropertyValues("spring.cache.type=caffeine").run(context -> {
            assertThat(asked(context)).isEqualTo(ONCE_EACH);
            assertThat(context.getBean(CaffeineCacheManager.class).getCache("books"))
                    .isExactlyInstanceOf(CaffeineCache.class)
                    .isSameAs(books(context.getBean(CacheManager.class)));
        });
    }

    @Test
    void caffeineWithNamesGiven() {
        application
                .withPropertyValues(
                        "spring.cache.type=caffeine",
                        "spring.cache.cache-names=books",
                        "spring.cache.caffeine.spec=maximumSize=10,recordStats")
                .run(context -> {
                    assertThat(asked(context)).isEqualTo(ONCE_EACH);
                    CacheManager manager = context.getBean(CacheManager.class);
                    assertThat(manager.getCache("films")).isNull();
                    CaffeineCache cache = (CaffeineCache) books(manager);
                    assertThat(cache.getNativeCache().stats().hitCount()).isEqualTo(2);
                    assertThat(texts(
                                    context,
                                    () -> assertThat(cache.getNativeCache().getIfPresent(1))
                                            .isEqualTo("title 1")))
                            .containsExactly("books get 1: hit");
                });
    }

    @Test
    void caffeineAsynchronous() {
        application
                .withBean(CacheManager.class, () -> {
                    CaffeineCacheManager manager = new CaffeineCacheManager();
                    manager.setAsyncCacheMode(true);
                    return manager;
                })
                .run(context -> {
                    assertThat(asked(context)).isEqualTo(ONCE_EACH);
                    Cache cache = books(context.getBean(CacheManager.class));
                    assertThat(((CaffeineCache) cache).getAsyncCache().asMap()).hasSize(1);
                    Books books = context.getBean(Books.class);
                    assertThat(texts(context, () -> {
                                assertThat(books.later(2).join()).isEqualTo("title 2");
                                assertThat(books.later(2).join()).isEqualTo("title 2");
                            }))
                            .containsExactly("books get 2: miss", "books put 2", "books get 2: hit");
                });
    }

    @Test
    void caffeineWithACacheOfTheApplication() {
        application
                .withBean(CacheManager.class, () -> {
                    CaffeineCacheManager manager = new CaffeineCacheManager("films");
                    manager.registerCustomCache("books", Caffeine.newBuilder().build());
                    return manager;
                })
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
    }

    @Test
    void aCacheThatIsABeanAndThatOfAManagerIsRecordedOnce() {
        application
                .withUserConfiguration(BeanInManager.class)
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
    }

    @Configuration(proxyBeanMethods = false)
    static class BeanInManager {

        @Bean
        com.github.benmanes.caffeine.cache.Cache<Object, Object> books() {
            return Caffeine.newBuilder().build();
        }

        @Bean
        CacheManager manager(com.github.benmanes.caffeine.cache.Cache<Object, Object> books) {
            CaffeineCacheManager manager = new CaffeineCacheManager();
            manager.registerCustomCache("books", books);
            return manager;
        }
    }

    @Test
    void anApplicationWithNoLibraryStarts() {
        RecordedBeans.application()
                .withClassLoader(new FilteredClassLoader(
                        "com.github.benmanes",
                        "javax.cache",
                        "io.lettuce",
                        "redis.clients",
                        "org.springframework.data",
                        "software.amazon",
                        "com.datastax"))
                .withBean(CacheManager.class, ConcurrentMapCacheManager::new)
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(CaffeineBeans.class);
                    Cache cache = books(context.getBean(CacheManager.class));
                    assertThat(texts(context, () -> cache.put(1, "one"))).containsExactly("books put 1");
                });
    }

    @Test
    void whatACacheThrowsIsToldAndThrown() {
        IllegalStateException failure = new IllegalStateException("closed");
        application
                .withBean(
                        SimpleCacheManager.class,
                        () -> simple(new OwnCache() {
                            @Override
                            public void put(Object key, @Nullable Object value) {
                                throw failure;
                            }
                        }))
                .run(context -> {
                    Cache cache = books(context.getBean(SimpleCacheManager.class));
                    assertThat(texts(
                                    context,
                                    () -> assertThatThrownBy(() -> cache.put(1, "one"))
                                            .isSameAs(failure)))
                            .containsExactly("books put 1");
                });
    }

    @Test
    void nullIsCachedAsBefore() {
        application.withPropertyValues("spring.cache.type=caffeine").run(context -> {
            Books books = context.getBean(Books.class);
            assertThat(texts(context, () -> {
                        assertThat(books.author(1)).isNull();
                        assertThat(books.author(1)).isNull();
                    }))
                    .containsExactly("authors get 1: miss", "authors put 1", "authors get 1: hit");
            assertThat(books.asked()).isEqualTo(1);
        });
    }

    @Test
    void synchronizedReadsAreOneCall() {
        for (String type : List.of("caffeine", "simple")) {
            application.withPropertyValues("spring.cache.type=" + type).run(context -> {
                Books books = context.getBean(Books.class);
                assertThat(texts(context, () -> {
                            assertThat(books.only(1)).isEqualTo("title 1");
                            assertThat(books.only(1)).isEqualTo("title 1");
                            books.forget();
                        }))
                        .containsExactly("books get 1: miss", "books get 1: hit", clearing(type));
            });
        }
    }

    @Test
    void aReadThatIsAnsweredByAnotherThreadIsOneCall() {
        application.withPropertyValues("spring.cache.type=simple").run(context -> {
            Cache cache = books(context.getBean(CacheManager.class));
            assertThat(texts(
                            context,
                            () -> assertThat(cache.retrieve(9, () -> CompletableFuture.completedFuture("nine"))
                                            .get())
                                    .isEqualTo("nine")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("books retrieve 9"); // whether it was a miss is known if the thread was quick
        });
    }

    private static String clearing(String type) {
        return type.equals("caffeine") ? "books invalidateAll" : "books clear";
    }

    @Test
    void aMapOfSpring() {
        application.withPropertyValues("spring.cache.type=simple").run(context -> {
            assertThat(asked(context)).isEqualTo(ONCE_EACH);
            Cache cache = context.getBean(ConcurrentMapCacheManager.class).getCache("books");
            assertThat(cache).isInstanceOf(ConcurrentMapCache.class);
            assertThat(((ConcurrentMapCache) Objects.requireNonNull(cache)).getNativeCache())
                    .hasSize(1);
        });
    }

    @Test
    void everyMethodOfASpringCacheIsOneCallAndGivesWhatTheCacheGives() {
        application.withPropertyValues("spring.cache.type=simple").run(context -> {
            Cache cache = books(context.getBean(CacheManager.class));
            Callable<String> loader = () -> "seven";
            assertThat(texts(context, () -> {
                        assertThat(cache.get(7, loader)).isEqualTo("seven");
                        assertThat(cache.get(7, String.class)).isEqualTo("seven");
                        assertThat(cache.putIfAbsent(7, "other")).isNotNull();
                        assertThat(cache.retrieve(8)).isNull();
                        assertThat(cache.retrieve(7)).isNotNull();
                        assertThat(cache.evictIfPresent(7)).isTrue();
                        cache.evict(7);
                        assertThat(cache.invalidate()).isFalse();
                    }))
                    .containsExactly(
                            "books get 7: miss",
                            "books get 7: hit",
                            "books putIfAbsent 7",
                            "books retrieve 8: miss",
                            "books retrieve 7: hit",
                            "books evictIfPresent 7",
                            "books evict 7",
                            "books invalidate");
        });
    }

    @Test
    void cachesThatAreBeans() {
        application
                .withBean(
                        CaffeineCache.class,
                        () -> new CaffeineCache("books", Caffeine.newBuilder().build()))
                .run(context -> {
                    assertThat(asked(context)).isEqualTo(ONCE_EACH);
                    CaffeineCache bean = context.getBean(CaffeineCache.class);
                    assertThat(texts(context, () -> bean.get(1))).containsExactly("books get 1: hit");
                });
    }

    @Test
    void cachesOfTheApplicationsOwnClass() {
        application
                .withBean(SimpleCacheManager.class, () -> simple(new OwnCache()))
                .run(context -> {
                    assertThat(asked(context)).isEqualTo(ONCE_EACH);
                    OwnCache cache = (OwnCache) books(context.getBean(SimpleCacheManager.class));
                    assertThat(cache.map).hasSize(1); // also by a field and a final method
                    assertThat(cache.isAllowNullValues()).isTrue();
                    assertThat(cache.size()).isEqualTo(1);
                });
    }

    @Test
    void aSubclassOfSpringsCacheKeepsItsClass() {
        class Special extends ConcurrentMapCache {
            Special() {
                super("books");
            }
        }
        application
                .withBean(SimpleCacheManager.class, () -> simple(new Special()))
                .run(context -> {
                    assertThat(asked(context)).isEqualTo(ONCE_EACH);
                    Cache cache = books(context.getBean(SimpleCacheManager.class));
                    assertThat(cache).isInstanceOf(Special.class);
                    assertThat(((Special) cache).getNativeCache()).hasSize(1);
                });
    }

    private static SimpleCacheManager simple(Cache cache) {
        SimpleCacheManager manager = new SimpleCacheManager();
        manager.setCaches(List.of(cache));
        return manager;
    }

    @Test
    void managersOfManagersRecordOnce() {
        application
                .withBean("inner", CaffeineCacheManager.class, () -> new CaffeineCacheManager("books"))
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
        application
                .withBean("inner", CaffeineCacheManager.class, () -> new CaffeineCacheManager("books"))
                .withUserConfiguration(Composite.class)
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
        application
                .withBean(CacheManager.class, () -> new CompositeCacheManager(new ConcurrentMapCacheManager()))
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
        application
                .withBean(CacheManager.class, () -> new TransactionAwareCacheManagerProxy(new CaffeineCacheManager()))
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
    }

    @Configuration(proxyBeanMethods = false)
    static class Composite {

        @Bean
        @org.springframework.context.annotation.Primary
        CacheManager composite(CaffeineCacheManager inner) {
            return new TransactionAwareCacheManagerProxy(new CompositeCacheManager(inner));
        }
    }

    @Test
    void jcache() {
        application
                .withPropertyValues(
                        "spring.cache.type=jcache",
                        "spring.cache.cache-names=books",
                        "spring.cache.jcache.provider=org.ehcache.jsr107.EhcacheCachingProvider")
                .run(context -> {
                    assertThat(asked(context)).isEqualTo(ONCE_EACH);
                    var cache = context.getBean(javax.cache.CacheManager.class).getCache("books");
                    assertThat(texts(context, () -> cache.get(1))).containsExactly("books get 1: hit");
                });
    }

    @Test
    void jcacheThatSpringsManagerGetsItself() {
        application
                .withBean(JCacheCacheManager.class, () -> new JCacheCacheManager(ehcache()))
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
        application
                .withBean(CacheManager.class, () -> {
                    JCacheCacheManager inner = new JCacheCacheManager(ehcache());
                    inner.afterPropertiesSet();
                    return new CompositeCacheManager(inner);
                })
                .run(context -> assertThat(asked(context)).isEqualTo(ONCE_EACH));
    }

    private static javax.cache.CacheManager ehcache() {
        var manager = javax.cache.Caching.getCachingProvider("org.ehcache.jsr107.EhcacheCachingProvider")
                .getCacheManager();
        if (manager.getCache("books") != null) {
            manager.destroyCache("books");
        }
        manager.createCache("books", new javax.cache.configuration.MutableConfiguration<>());
        return manager;
    }

    @Test
    void nothingIsMadeOfNothing() {
        application.withPropertyValues("spring.cache.type=none").run(context -> {
            assertThat(context.getBean(CacheManager.class)).isExactlyInstanceOf(NoOpCacheManager.class);
            Books books = context.getBean(Books.class);
            assertThat(texts(context, () -> books.title(1))).isEmpty();
        });
    }

    @Test
    void beansOfCaffeine() {
        application
                .withPropertyValues("spring.cache.type=none")
                .withUserConfiguration(OfCaffeine.class)
                .run(context -> {
                    Titles titles = context.getBean(Titles.class);
                    assertThat(texts(context, () -> {
                                assertThat(titles.loaded.get(1)).isEqualTo("title 1");
                                assertThat(titles.loaded.get(1)).isEqualTo("title 1");
                                assertThat(titles.later.synchronous().getIfPresent(1))
                                        .isNull();
                            }))
                            .containsExactly("loaded get 1: miss", "loaded get 1: hit", "later get 1: miss");
                });
    }

    /** Who is given caches. */
    record Titles(LoadingCache<Integer, String> loaded, AsyncLoadingCache<Integer, String> later) {}

    @Configuration(proxyBeanMethods = false)
    static class OfCaffeine {

        @Bean
        LoadingCache<Integer, String> loaded() {
            return Caffeine.newBuilder().build(id -> "title " + id);
        }

        @Bean
        AsyncLoadingCache<Integer, String> later() {
            return Caffeine.newBuilder().buildAsync(id -> "title " + id);
        }

        @Bean
        Titles titles(LoadingCache<Integer, String> loaded, AsyncLoadingCache<Integer, String> later) {
            return new Titles(loaded, later);
        }
    }

    /** A cache that is neither Spring's nor a library's. */
    static class OwnCache extends AbstractValueAdaptingCache {

        final ConcurrentMap<Object, Object> map = new ConcurrentHashMap<>();

        OwnCache() {
            super(true);
        }

        final int size() {
            return map.size();
        }

        @Override
        public String getName() {
            return "books";
        }

        @Override
        public Object getNativeCache() {
            return map;
        }

        @Override
        protected @Nullable Object lookup(Object key) {
            return map.get(key);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Object key, Callable<T> valueLoader) {
            return (T) map.computeIfAbsent(key, missing -> {
                try {
                    return valueLoader.call();
                } catch (Exception failure) {
                    throw new ValueRetrievalException(key, valueLoader, failure);
                }
            });
        }

        @Override
        public void put(Object key, @Nullable Object value) {
            map.put(key, toStoreValue(value));
        }

        @Override
        public void evict(Object key) {
            map.remove(key);
        }

        @Override
        public void clear() {
            map.clear();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableCaching
    static class Library {

        @Bean
        Books service() {
            return new Books();
        }
    }

    static class Books {

        int asked;

        @Cacheable("books")
        public String title(int id) {
            return "title " + id;
        }

        @Cacheable(cacheNames = "books", sync = true)
        public String only(int id) {
            return "title " + id;
        }

        @Cacheable("books")
        public CompletableFuture<String> later(int id) {
            return CompletableFuture.completedFuture("title " + id);
        }

        @Cacheable("authors")
        public @Nullable String author(int id) {
            asked++;
            return null;
        }

        public int asked() {
            return asked;
        }

        @CacheEvict(cacheNames = "books", allEntries = true)
        public void forget() {}
    }
}
