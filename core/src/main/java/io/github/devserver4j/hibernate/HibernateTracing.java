package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.stat.spi.StatisticsFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lets session factories tell what they do in the trace of the thread that does it. Thread-safe.
 *
 * <pre>{@code
 * HibernateTracing tracing = HibernateTracing.create(devServer.currentTrace());
 * EntityManagerFactory factory = Persistence.createEntityManagerFactory("shop", tracing.settings());
 * }</pre>
 *
 * <p>While an entity or a collection is loaded, statements say so ({@code loads Owner.pets}); their data source is to be
 * wrapped. Flushes are summed up in one line, and the second-level cache is counted as Hibernate's own statistics count it.
 *
 * <p>Known limits. To hear of the second-level cache, where there is one, {@code Statistics.isStatisticsEnabled()} is true
 * on threads that work for a request; statistics that are off count nothing all the same. What a session factory's own
 * files set by the names {@value #INTEGRATORS} and {@value #STATISTICS} is overridden, so it is to be handed to
 * {@link #settings(Map)}. Event listeners that the application registers later are not told of.
 */
public final class HibernateTracing {

    private static final String INTEGRATORS = "hibernate.integrator_provider";
    private static final String STATISTICS = "hibernate.stats.factory";
    private static final String JCACHE = "hibernate.javax.cache.cache_manager";

    private final CurrentTrace currentTrace;
    private final TracingIntegrator integrator;

    private HibernateTracing(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
        this.integrator = new TracingIntegrator(currentTrace);
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static HibernateTracing create(CurrentTrace currentTrace) {
        return new HibernateTracing(currentTrace);
    }

    /** What a session factory is to be built with besides the application's own settings; a map of the caller's own. */
    public Map<String, Object> settings() {
        return settings(Map.of());
    }

    /**
     * As {@link #settings()}, for an application that may have settings of the same names: they go on working. A JCache
     * manager of its own is replaced by the one it wraps, if it is recorded: a look into the cache is to be told once.
     *
     * @param own the application's settings, which stay as they are
     */
    public Map<String, Object> settings(Map<?, ?> own) {
        Map<String, Object> settings = new LinkedHashMap<>();
        try {
            putIntegrators(settings, own.get(INTEGRATORS));
            putStatistics(settings, own.get(STATISTICS));
            Object manager = own.get(JCACHE);
            if (manager != null) {
                settings.put(JCACHE, BareCaches.of(manager));
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError wrong) { // Hibernate will tell of it
            Faults.report(wrong);
        }
        return settings;
    }

    /** For session factories that are given integrators and don't take settings; part of {@link #settings()}. */
    public Integrator integrator() {
        return integrator;
    }

    private void putIntegrators(Map<String, Object> settings, @Nullable Object own)
            throws ReflectiveOperationException {
        IntegratorProvider provider = own == null ? null : OwnSetting.of(own, IntegratorProvider.class);
        settings.put(INTEGRATORS, provider == null ? new Integrators(List.of(integrator)) : with(provider));
    }

    private IntegratorProvider with(IntegratorProvider own) {
        return own instanceof Integrators ? own : new Integrators(own, integrator);
    }

    private void putStatistics(Map<String, Object> settings, @Nullable Object own) throws ReflectiveOperationException {
        StatisticsFactory factory = own == null ? null : OwnSetting.of(own, StatisticsFactory.class);
        settings.put(
                STATISTICS,
                factory instanceof TracingStatistics ? factory : new TracingStatistics(currentTrace, factory));
    }
}
