package com.example.tellybug;

import net.spy.memcached.MemcachedClient;
import org.jspecify.annotations.Nullable;

/** The state of a show, kept in memcached for a minute. */
final class StateService {

    private static final int SECONDS = 60;

    private final MemcachedClient memcached;
    private final EventDao events;

    StateService(MemcachedClient memcached, EventDao events) {
        this.memcached = memcached;
        this.events = events;
    }

    /** The state as JSON; null for a show that is not there. */
    @Nullable
    String state(String slug) {
        String key = "state:" + slug;
        Object cached = memcached.get(key);
        if (cached != null) {
            return cached.toString();
        }
        Event event = events.find(slug);
        if (event == null) {
            return null;
        }
        var unused = memcached.set(key, SECONDS, event.json());
        return event.json();
    }
}
