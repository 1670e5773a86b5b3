package io.github.devserver4j.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.jcache.JCacheTracing;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Trace;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecondLevelCacheTest {

    private static final String EHCACHE = "org.ehcache.jsr107.EhcacheCachingProvider";
    private static final String CAFFEINE = "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider";

    private final CurrentTrace current = CurrentTrace.create();

    @ParameterizedTest
    @ValueSource(strings = {EHCACHE, CAFFEINE})
    void countsAreThoseOfHibernatesStatistics(String provider) throws Exception {
        Map<String, Object> own = cached(provider);
        own.put("hibernate.generate_statistics", "true");
        own.put("hibernate.session.events.log", "false");
        try (OwnersDatabase database = new OwnersDatabase(current, own)) {
            Statistics statistics = statistics(database);
            evict(database);
            statistics.clear();
            List<CacheCall> calls = new ArrayList<>(script(database));
            List<CacheCall> naturalIds = calls.stream()
                    .filter(call -> name(call).equals("hibernate Kind natural ids"))
                    .toList();
            assertThat(hits(naturalIds))
                    .isEqualTo(statistics.getNaturalIdCacheHitCount())
                    .isPositive();
            assertThat(misses(naturalIds))
                    .isEqualTo(statistics.getNaturalIdCacheMissCount())
                    .isPositive();
            assertThat(puts(naturalIds))
                    .isEqualTo(statistics.getNaturalIdCachePutCount())
                    .isPositive();
            calls.removeAll(naturalIds);
            Predicate<CacheCall> ofQueries = call -> name(call).startsWith("hibernate queries");
            List<CacheCall> queries = calls.stream().filter(ofQueries).toList();
            List<CacheCall> others = calls.stream().filter(ofQueries.negate()).toList();
            assertThat(hits(queries))
                    .isEqualTo(statistics.getQueryCacheHitCount())
                    .isPositive();
            assertThat(misses(queries))
                    .isEqualTo(statistics.getQueryCacheMissCount())
                    .isPositive();
            assertThat(puts(queries))
                    .isEqualTo(statistics.getQueryCachePutCount())
                    .isPositive();
            assertThat(hits(others))
                    .isEqualTo(statistics.getSecondLevelCacheHitCount())
                    .isPositive();
            assertThat(misses(others))
                    .isEqualTo(statistics.getSecondLevelCacheMissCount())
                    .isPositive();
            assertThat(puts(others))
                    .isEqualTo(statistics.getSecondLevelCachePutCount())
                    .isPositive();
        }
    }

    @Test
    void statisticsThatAreOffCountNothing() throws Exception {
        try (OwnersDatabase database = new OwnersDatabase(current, cached(EHCACHE))) {
            evict(database);
            assertThat(script(database))
                    .extracting(SecondLevelCacheTest::name)
                    .contains("hibernate Owner", "hibernate Owner.pets", "hibernate Pet", "hibernate queries");
            Statistics statistics = statistics(database);
            assertThat(statistics.isStatisticsEnabled()).isFalse();
            assertThat(statistics.getSecondLevelCacheHitCount()).isZero();
            assertThat(statistics.getPrepareStatementCount()).isZero();
        }
    }

    @Test
    void theSummaryNamesEntitiesCollectionsAndQueries() throws Exception {
        try (OwnersDatabase database = new OwnersDatabase(current, cached(EHCACHE))) {
            try (RecordedRequest request = RecordedRequest.open(current)) {
                database.inSession(SecondLevelCacheTest::read);
                Trace trace = request.finish();
                assertThat(Objects.requireNonNull(trace.total("cache"))
                                .summary()
                                .lines())
                        .anyMatch(line -> line.startsWith("hibernate Owner: "))
                        .anyMatch(line -> line.startsWith("hibernate Owner.pets: "))
                        .anyMatch(line -> line.startsWith("hibernate queries: "));
            }
        }
    }

    @Test
    void aManagerThatIsRecordedItselfCountsOnce() throws Exception {
        try (CacheManager bare = Caching.getCachingProvider(EHCACHE).getCacheManager()) {
            Map<String, Object> own = cached(EHCACHE);
            own.put(
                    "hibernate.javax.cache.cache_manager",
                    JCacheTracing.create(current).wrap(bare));
            try (OwnersDatabase database = new OwnersDatabase(current, own)) {
                assertThat(script(database))
                        .isNotEmpty()
                        .allMatch(call -> name(call).startsWith("hibernate "));
            }
        }
    }

    private static Map<String, Object> cached(String provider) {
        Map<String, Object> own = new HashMap<>();
        own.put("hibernate.cache.use_second_level_cache", "true");
        own.put("hibernate.cache.use_query_cache", "true");
        own.put("hibernate.cache.region.factory_class", "jcache");
        own.put("hibernate.javax.cache.provider", provider);
        own.put("hibernate.javax.cache.missing_cache_strategy", "create");
        return own;
    }

    private static void evict(OwnersDatabase database) {
        database.factory().unwrap(SessionFactory.class).getCache().evictAllRegions();
    }

    private static Statistics statistics(OwnersDatabase database) {
        return database.factory().unwrap(SessionFactory.class).getStatistics();
    }

    private List<CacheCall> script(OwnersDatabase database) throws InterruptedException {
        try (RecordedRequest request = RecordedRequest.open(current)) {
            database.inSession(SecondLevelCacheTest::read);
            database.inSession(SecondLevelCacheTest::read);
            database.inTransaction(manager -> manager.find(Owner.class, 1L).name = "changed");
            database.inSession(SecondLevelCacheTest::read);
            return request.finish().calls().stream()
                    .filter(CacheCall.class::isInstance)
                    .map(CacheCall.class::cast)
                    .toList();
        }
    }

    @SuppressWarnings({"deprecation", "removal"}) // both versions of Hibernate have it
    private static void read(EntityManager manager) {
        assertThat(manager.unwrap(Session.class).bySimpleNaturalId(Kind.class).load("cat"))
                .isNotNull();
        assertThat(manager.find(Owner.class, 1L).pets).hasSize(2);
        assertThat(manager.createQuery("from Owner order by id", Owner.class)
                        .setHint(HibernateHints.HINT_CACHEABLE, true)
                        .getResultList())
                .hasSize(2);
        assertThat(manager.find(Pet.class, 99L)).isNull();
    }

    private static String name(CacheCall call) {
        return Objects.requireNonNull(call.cache());
    }

    private static long hits(List<CacheCall> calls) {
        return calls.stream().mapToLong(CacheCall::hits).sum();
    }

    private static long misses(List<CacheCall> calls) {
        return calls.stream().mapToLong(CacheCall::misses).sum();
    }

    private static long puts(List<CacheCall> calls) {
        return calls.stream().filter(call -> call.action() == CacheAction.WRITE).count();
    }
}
