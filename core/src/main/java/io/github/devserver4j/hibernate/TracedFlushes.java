package io.github.devserver4j.hibernate;

import java.util.List;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;

/** Records flushes that a commit or the application itself asks for. */
final class TracedFlushes implements FlushEventListener {

    private static final long serialVersionUID = 1L;

    private final transient List<FlushEventListener> delegates;
    private final transient Flushes flushes;

    TracedFlushes(List<FlushEventListener> delegates, Flushes flushes) {
        this.delegates = delegates;
        this.flushes = flushes;
    }

    @Override
    public void onFlush(FlushEvent event) {
        Flushes.OpenFlush flush = flushes.begin();
        try {
            for (FlushEventListener delegate : delegates) {
                delegate.onFlush(event);
            }
        } finally {
            flushes.end(flush, event, false, true);
        }
    }
}
