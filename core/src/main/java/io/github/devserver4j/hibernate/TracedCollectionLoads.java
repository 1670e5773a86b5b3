package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import java.util.List;
import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.InitializeCollectionEventListener;

/** Statements that load a collection say which. */
final class TracedCollectionLoads implements InitializeCollectionEventListener {

    private static final long serialVersionUID = 1L;

    private final transient List<InitializeCollectionEventListener> delegates;
    private final transient CurrentTrace currentTrace;
    private final transient LoadTexts texts;

    TracedCollectionLoads(
            List<InitializeCollectionEventListener> delegates, CurrentTrace currentTrace, LoadTexts texts) {
        this.delegates = delegates;
        this.currentTrace = currentTrace;
        this.texts = texts;
    }

    @Override
    public void onInitializeCollection(InitializeCollectionEvent event) {
        String text = texts.of(event.getCollection().getRole());
        if (text == null) {
            load(event);
            return;
        }
        Scope scope = currentTrace.duringDetail(text);
        try {
            load(event);
        } finally {
            scope.close();
        }
    }

    private void load(InitializeCollectionEvent event) {
        for (InitializeCollectionEventListener delegate : delegates) {
            delegate.onInitializeCollection(event);
        }
    }
}
