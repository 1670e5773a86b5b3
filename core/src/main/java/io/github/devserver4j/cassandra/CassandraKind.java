package io.github.devserver4j.cassandra;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;

/** The kind of all calls to Cassandra. */
public enum CassandraKind implements CallKind {
    CASSANDRA;

    @Override
    public String tag() {
        return "cassandra";
    }

    @Override
    public Tally newTally() {
        return new CassandraTally();
    }
}
