package io.github.devserver4j.cassandra;

/**
 * What two calls have in common that differ in their values alone. Immutable.
 *
 * @param type what was asked with the statement
 * @param text the statement with its placeholders; of a batch the first one
 */
record CqlOperation(CqlStatement.Type type, String text) {

    @Override
    public String toString() {
        return type == CqlStatement.Type.QUERY ? text : type + " " + text;
    }
}
