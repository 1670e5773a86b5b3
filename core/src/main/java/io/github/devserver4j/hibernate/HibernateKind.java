package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;

/** What Hibernate does besides its statements: flushes. */
public enum HibernateKind implements CallKind {
    HIBERNATE;

    @Override
    public String tag() {
        return "hibernate";
    }

    @Override
    public Tally newTally() {
        return new FlushTally();
    }
}
