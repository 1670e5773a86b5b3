package io.github.devserver4j.hibernate;

import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/** Counts the entities that a flush writes. */
final class Writes implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    private static final long serialVersionUID = 1L;

    private final transient Flushes flushes;

    Writes(Flushes flushes) {
        this.flushes = flushes;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        flushes.written();
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        flushes.written();
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        flushes.written();
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
