package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.Faults;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Finds which calls are pages of one query: the same request but for its start, which is where the page before ended.
 * Remembers the last {@value #OPEN} queries that may go on, and keeps none of them alive. Thread-safe.
 */
public final class Paginations {

    private static final int OPEN = 32;

    private final Deque<WeakReference<PageGroup>> open = new ArrayDeque<>();

    /** A call is about to be made: joins it to the pages before it, if there are any. */
    public void begins(DynamoDbExchange page) {
        Object start = page.startsAfter();
        PageGroup group = start == null ? null : continuedBy(page, start);
        if (group != null) {
            page.joins(group);
        }
    }

    private synchronized @Nullable PageGroup continuedBy(DynamoDbExchange page, Object start) {
        for (Iterator<WeakReference<PageGroup>> groups = open.iterator(); groups.hasNext(); ) {
            PageGroup group = groups.next().get();
            if (group == null) {
                groups.remove();
            } else if (group.isContinuedBy(page, start)) {
                return group;
            }
        }
        return null;
    }

    /** A call has ended, and the answer said where the next page begins; null if there is none. Throws nothing. */
    public void ended(DynamoDbExchange page, @Nullable Object next) {
        try {
            PageGroup group = page.group();
            if (group != null) {
                group.add(page, next);
            } else if (next != null) {
                PageGroup started = new PageGroup(page, next);
                page.joins(started);
                remember(started);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    private synchronized void remember(PageGroup group) {
        if (open.size() == OPEN) {
            open.removeLast();
        }
        open.addFirst(new WeakReference<>(group));
    }
}
