package io.github.devserver4j.cache.jcache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.processor.EntryProcessorException;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("CheckReturnValue") // what counts is that the calls are made
class JCacheTracingTest {

    private static final TextStyle STYLE = new TextStyle(true, true);

    private final ClassLoader loader = Provider.newLoader();
    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JCacheTracing tracing = JCacheTracing.create(currentTrace);

    @ParameterizedTest
    @EnumSource
    void readsWritesAndRemovalsAreToldApart(Provider provider) throws InterruptedException {
        try (CacheManager caches = tracing.wrap(provider.newManager(loader));
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Cache<Integer, String> users = caches.createCache("users", plain());
            users.get(1);
            users.put(1, "one");
            users.get(1);
            users.getAll(Set.of(1));
            users.containsKey(1);
            users.putIfAbsent(1, "uno");
            users.invoke(1, (entry, arguments) -> entry.getValue());
            users.getAndRemove(1);
            users.removeAll();

            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls)
                    .extracting(
                            CacheCall::action, CacheCall::method, CacheCall::key, CacheCall::hits, CacheCall::misses)
                    .containsExactly(
                            tuple(CacheAction.READ, "get", "1", 0, 1),
                            tuple(CacheAction.WRITE, "put", "1", 0, 0),
                            tuple(CacheAction.READ, "get", "1", 1, 0),
                            tuple(CacheAction.BULK_READ, "getAll", "[1]", 1, 0),
                            tuple(CacheAction.READ, "containsKey", "1", 0, 0),
                            tuple(CacheAction.WRITE, "putIfAbsent", "1", 1, 0),
                            tuple(CacheAction.LOAD, "invoke", "1", 1, 0),
                            tuple(CacheAction.REMOVE, "getAndRemove", "1", 1, 0),
                            tuple(CacheAction.REMOVE, "removeAll", null, 0, 0));
            assertThat(calls.get(0).lines(STYLE)).containsExactly("users get 1: miss");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThingAlwaysHasTheSameWrapperAndUnwrapGivesTheProvidersOwn(Provider provider) {
        CachingProvider rawProvider = provider.provider();
        CachingProvider traced = tracing.wrap(rawProvider);
        try (CacheManager raw = provider.newManager(loader)) {
            CacheManager caches = tracing.wrap(raw);
            Cache<Integer, String> users = caches.createCache("users", plain());
            Cache<Integer, String> rawUsers = raw.getCache("users", Integer.class, String.class);

            assertThat(caches.getCache("users", Integer.class, String.class)).isSameAs(users);
            assertThat(tracing.wrap(rawUsers)).isSameAs(users).isNotSameAs(rawUsers);
            assertThat(tracing.wrap(users)).isSameAs(users);
            assertThat(tracing.wrap(caches)).isSameAs(caches);
            assertThat(tracing.wrap(raw)).isSameAs(caches);
            assertThat(users.getCacheManager()).isSameAs(caches);
            assertThat(caches.getCachingProvider()).isSameAs(traced);
            assertThat(tracing.wrap(traced)).isSameAs(traced);
            assertThat((Object) users.unwrap(rawUsers.getClass())).isSameAs(rawUsers);
            assertThat(caches.unwrap(raw.getClass())).isSameAs(raw);
            assertThat(caches.<Object, Object>getCache("none")).isNull();
            assertThat(users).isEqualTo(rawUsers).hasSameHashCodeAs(rawUsers).hasToString(rawUsers.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void exceptionsOfLoadersAndProcessorsAreTold(Provider provider) throws InterruptedException {
        try (CacheManager caches = tracing.wrap(provider.newManager(loader));
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Cache<Integer, String> users = caches.createCache("users", loading(new Failing()));
            assertThatThrownBy(() -> users.get(1)).isInstanceOf(CacheLoaderException.class);
            users.put(1, "one");
            assertThatThrownBy(() -> users.invoke(1, (entry, arguments) -> {
                        throw new EntryProcessorException("bad entry");
                    }))
                    .isInstanceOf(EntryProcessorException.class)
                    .hasMessage("bad entry");

            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls.get(0).error()).contains("no database");
            assertThat(calls.get(2).error()).isEqualTo("EntryProcessorException: bad entry");
            assertThat(calls.get(2).hits()).isEqualTo(1);
        }
    }

    @Test
    void aLoadLastsUntilItsListenerIsTold() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        try (CacheManager caches = tracing.wrap(Provider.CAFFEINE.newManager(loader));
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Cache<Integer, String> users = caches.createCache("users", loading(new Waiting(loaded)));
            CompletionListenerFuture listener = new CompletionListenerFuture();
            users.loadAll(Set.of(1, 2), true, listener);
            assertThat(listener.isDone()).isFalse();
            long whileLoading = System.nanoTime();
            loaded.countDown();
            listener.get(10, SECONDS);

            assertThat(request.finishedCalls(CacheCall.class)).singleElement().satisfies(call -> {
                assertThat(call.action()).isEqualTo(CacheAction.LOAD);
                assertThat(call.startNanos() + call.durationNanos()).isGreaterThanOrEqualTo(whileLoading);
            });
        }
    }

    @Test
    void anIterationThatRemovesIsRecorded() throws InterruptedException {
        try (CacheManager caches = tracing.wrap(Provider.EHCACHE.newManager(loader));
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Cache<Integer, String> users = caches.createCache("users", plain());
            users.putAll(Map.of(1, "one"));
            Iterator<Cache.Entry<Integer, String>> entries = users.iterator();
            assertThat(entries.next().getValue()).isEqualTo("one");
            entries.remove();
            assertThat(users.containsKey(1)).isFalse();

            assertThat(request.finishedCalls(CacheCall.class))
                    .extracting(CacheCall::method, CacheCall::hits)
                    .containsExactly(
                            tuple("putAll", 0),
                            tuple("iterator.next", 1),
                            tuple("iterator.remove", 0),
                            tuple("containsKey", 0));
        }
    }

    @Test
    void nothingIsRecordedWithoutATrace() throws InterruptedException {
        try (CacheManager caches = tracing.wrap(Provider.EHCACHE.newManager(loader))) {
            Cache<Integer, String> users = caches.createCache("users", plain());
            users.put(1, "one");
            assertThat(users.get(1)).isEqualTo("one");
            assertThat(users.getAll(Set.of(1, 2))).hasSize(1);
            assertThat(users).hasSize(1);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThat(request.finish().calls()).isEmpty();
            }
        }
    }

    @Test
    void aMissHasItsPlaceInTheApplicationAndSecretsAreMasked() throws InterruptedException {
        try (CacheManager caches = tracing.wrap(Provider.EHCACHE.newManager(loader));
                RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
            Cache<String, String> users = caches.createCache("users", new MutableConfiguration<>());
            users.get("token:abc");

            assertThat(request.finishedCalls(CacheCall.class)).singleElement().satisfies(call -> {
                assertThat(call.lines(STYLE).get(0)).isEqualTo("users get token:***: miss");
                StackTraceElement site = call.callSite();
                assertThat(site == null ? null : site.getMethodName())
                        .isEqualTo("aMissHasItsPlaceInTheApplicationAndSecretsAreMasked");
            });
        }
    }

    @Test
    void eachThreadRecordsInItsOwnRequest() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (CacheManager caches = tracing.wrap(Provider.CAFFEINE.newManager(loader))) {
            Cache<Integer, String> users = caches.createCache("users", plain());
            Future<List<CacheCall>> one = threads.submit(() -> requestOf(users, 1));
            Future<List<CacheCall>> other = threads.submit(() -> requestOf(users, 2));

            assertThat(one.get(30, SECONDS)).hasSize(1_000).allMatch(call -> "1".equals(call.key()));
            assertThat(other.get(30, SECONDS)).hasSize(1_000).allMatch(call -> "2".equals(call.key()));
        } finally {
            threads.shutdown();
        }
    }

    private List<CacheCall> requestOf(Cache<Integer, String> users, int key) throws InterruptedException {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            for (int i = 0; i < 1_000; i++) {
                users.get(key);
            }
            return request.finishedCalls(CacheCall.class);
        }
    }

    private static MutableConfiguration<Integer, String> plain() {
        return new MutableConfiguration<Integer, String>().setTypes(Integer.class, String.class);
    }

    private static MutableConfiguration<Integer, String> loading(CacheLoader<Integer, String> loader) {
        return plain().setReadThrough(true).setCacheLoaderFactory(() -> loader);
    }

    private static final class Failing implements CacheLoader<Integer, String> {
        @Override
        public String load(Integer key) {
            throw new CacheLoaderException("no database");
        }

        @Override
        public Map<Integer, String> loadAll(Iterable<? extends Integer> keys) {
            throw new CacheLoaderException("no database");
        }
    }

    private record Waiting(CountDownLatch loaded) implements CacheLoader<Integer, String> {
        @Override
        public String load(Integer key) {
            return "loaded";
        }

        @Override
        public Map<Integer, String> loadAll(Iterable<? extends Integer> keys) {
            try {
                loaded.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return Map.of(1, "loaded", 2, "loaded");
        }
    }
}
