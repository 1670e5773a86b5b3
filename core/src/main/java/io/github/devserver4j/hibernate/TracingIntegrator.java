package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerGroup;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Puts our listeners in the place of those that load and flush, once a session factory is being built. All listeners of an
 * event are behind one of ours, as Hibernate takes no two of the same class. Thread-safe.
 */
final class TracingIntegrator implements Integrator {

    private final CurrentTrace currentTrace;

    TracingIntegrator(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        try {
            EventListenerRegistry registry = factory.getServiceRegistry().getService(EventListenerRegistry.class);
            if (registry != null && !isTraced(registry)) {
                replace(registry, LoadTexts.of(metadata));
            }
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    private void replace(EventListenerRegistry registry, LoadTexts texts) {
        replace(registry.getEventListenerGroup(EventType.LOAD), all -> new TracedLoads(all, currentTrace, texts));
        replace(
                registry.getEventListenerGroup(EventType.INIT_COLLECTION),
                all -> new TracedCollectionLoads(all, currentTrace, texts));
        Flushes flushes = new Flushes(currentTrace);
        replace(registry.getEventListenerGroup(EventType.FLUSH), all -> new TracedFlushes(all, flushes));
        replace(registry.getEventListenerGroup(EventType.AUTO_FLUSH), all -> TracedAutoFlushes.of(all, flushes));
        Writes writes = new Writes(flushes);
        registry.getEventListenerGroup(EventType.POST_INSERT).appendListener(writes);
        registry.getEventListenerGroup(EventType.POST_UPDATE).appendListener(writes);
        registry.getEventListenerGroup(EventType.POST_DELETE).appendListener(writes);
    }

    private static boolean isTraced(EventListenerRegistry registry) {
        return listeners(registry.getEventListenerGroup(EventType.POST_INSERT)).stream()
                .anyMatch(Writes.class::isInstance);
    }

    private static <T> void replace(EventListenerGroup<T> group, Function<List<T>, T> traced) {
        List<T> all = listeners(group);
        if (!all.isEmpty()) {
            T ours = traced.apply(all);
            group.clearListeners();
            group.appendListener(ours);
        }
    }

    @SuppressWarnings("deprecation") // in favour of firing events
    private static <T> List<T> listeners(EventListenerGroup<T> group) {
        List<T> all = new ArrayList<>();
        group.listeners().forEach(all::add);
        return all;
    }

    /** Without a default in Hibernate 6. */
    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // the listeners go with the factory
    }
}
