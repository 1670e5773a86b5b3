package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import java.util.List;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;

/** Statements that load an entity say which: by its id, for a proxy, or for an association that is eager. */
final class TracedLoads implements LoadEventListener {

    private static final long serialVersionUID = 1L;

    private final transient List<LoadEventListener> delegates;
    private final transient CurrentTrace currentTrace;
    private final transient LoadTexts texts;

    TracedLoads(List<LoadEventListener> delegates, CurrentTrace currentTrace, LoadTexts texts) {
        this.delegates = delegates;
        this.currentTrace = currentTrace;
        this.texts = texts;
    }

    @Override
    public void onLoad(LoadEvent event, LoadType type) {
        String text = texts.of(event.getEntityClassName());
        if (text == null) {
            load(event, type);
            return;
        }
        Scope scope = currentTrace.duringDetail(text);
        try {
            load(event, type);
        } finally {
            scope.close();
        }
    }

    private void load(LoadEvent event, LoadType type) {
        for (LoadEventListener delegate : delegates) {
            delegate.onLoad(event, type);
        }
    }
}
