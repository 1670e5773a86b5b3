package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.hibernate.metamodel.model.domain.NavigableRole;
import org.hibernate.stat.Statistics;
import org.hibernate.stat.spi.StatisticsImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Statistics that also tell the trace what they are told of the second-level cache. Hibernate tells them nothing while they
 * are off, so they are on while a request is recorded; those behind then still count nothing. A proxy, since the
 * interface differs between Hibernate 6 and 7. Thread-safe.
 */
final class HeardStatistics implements InvocationHandler {

    private final StatisticsImplementor delegate;
    private final CurrentTrace currentTrace;
    private final CacheRegions regions;

    HeardStatistics(StatisticsImplementor delegate, CurrentTrace currentTrace, CacheRegions regions) {
        this.delegate = delegate;
        this.currentTrace = currentTrace;
        this.regions = regions;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("isStatisticsEnabled")) {
            return delegate.isStatisticsEnabled() || currentTrace.get() != null;
        }
        if (isTold(method)) {
            hear(method.getName(), arguments);
            if (!delegate.isStatisticsEnabled()) {
                return null;
            }
        }
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Whether Hibernate tells them something by it; {@link Statistics} has what the application asks. */
    private static boolean isTold(Method method) {
        return method.getDeclaringClass() == StatisticsImplementor.class && method.getReturnType() == void.class;
    }

    private void hear(String method, Object @Nullable [] arguments) {
        if (arguments == null || arguments.length != 2 || !method.contains("Cache")) {
            return;
        }
        try {
            hear(method, arguments[0], (String) arguments[1]);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    private void hear(String method, Object subject, String region) {
        if (method.startsWith("queryCache")) {
            regions.ofQueries(region).told(method.substring("queryCache".length()));
        } else if (method.startsWith("naturalIdCache") && subject instanceof NavigableRole role) {
            regions.ofNaturalIds(role).told(method.substring("naturalIdCache".length()));
        } else if (subject instanceof NavigableRole role) {
            regions.of(role).told(method.substring(method.indexOf("Cache") + "Cache".length()));
        }
    }
}
