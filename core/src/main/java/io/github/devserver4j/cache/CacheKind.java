package io.github.devserver4j.cache;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;

/** The kind of all cache calls, whichever client library made them. */
public enum CacheKind implements CallKind {
    CACHE;

    @Override
    public String tag() {
        return "cache";
    }

    @Override
    public Tally newTally() {
        return new CacheTally();
    }
}
