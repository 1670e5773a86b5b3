package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;

/** The kind of all calls to a database. */
public enum SqlKind implements CallKind {
    SQL;

    @Override
    public String tag() {
        return "sql";
    }

    @Override
    public Tally newTally() {
        return new SqlTally();
    }
}
