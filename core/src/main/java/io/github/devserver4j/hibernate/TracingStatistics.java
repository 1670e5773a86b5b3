package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.stat.internal.StatisticsImpl;
import org.hibernate.stat.spi.StatisticsFactory;
import org.hibernate.stat.spi.StatisticsImplementor;
import org.jspecify.annotations.Nullable;

/** Makes a session factory's statistics, and where it has a second-level cache, hears what they are told of it. */
final class TracingStatistics implements StatisticsFactory {

    private final CurrentTrace currentTrace;
    private final @Nullable StatisticsFactory own;

    /** {@code own} is the application's, null if it has none. */
    TracingStatistics(CurrentTrace currentTrace, @Nullable StatisticsFactory own) {
        this.currentTrace = currentTrace;
        this.own = own;
    }

    @Override
    public StatisticsImplementor buildStatistics(SessionFactoryImplementor factory) {
        StatisticsImplementor statistics = own(factory).buildStatistics(factory);
        SessionFactoryOptions options = factory.getSessionFactoryOptions();
        if (!options.isSecondLevelCacheEnabled() && !options.isQueryCacheEnabled()) {
            return statistics;
        }
        return (StatisticsImplementor) Proxy.newProxyInstance(
                StatisticsImplementor.class.getClassLoader(),
                new Class<?>[] {StatisticsImplementor.class},
                new HeardStatistics(statistics, currentTrace, new CacheRegions(currentTrace, factory)));
    }

    /** As Hibernate 7 finds it: the setting, or else a service, or else Hibernate's own. */
    private StatisticsFactory own(SessionFactoryImplementor factory) {
        if (own != null) {
            return own;
        }
        ClassLoaderService loader = factory.getServiceRegistry().requireService(ClassLoaderService.class);
        Iterator<StatisticsFactory> services =
                loader.loadJavaServices(StatisticsFactory.class).iterator();
        return services.hasNext() ? services.next() : StatisticsImpl::new;
    }
}
