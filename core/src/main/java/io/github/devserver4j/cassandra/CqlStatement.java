package io.github.devserver4j.cassandra;

import java.util.List;

/**
 * What was sent to Cassandra. Immutable.
 *
 * @param type what was asked
 * @param texts the statement; of a batch the first {@value #MAX_TEXTS}
 * @param size how many statements it holds: 1, or those of a batch
 * @param fingerprint a hash over all texts and values, by which duplicates are told
 */
public record CqlStatement(Type type, List<CqlText> texts, int size, Fingerprint fingerprint) {

    static final int MAX_TEXTS = 100;

    /** What is asked of the server with a statement. */
    public enum Type {
        QUERY,
        PREPARE,
        BATCH,
        UNLOGGED_BATCH,
        COUNTER_BATCH;

        boolean isBatch() {
            return this != QUERY && this != PREPARE;
        }
    }

    CqlOperation operation() {
        return new CqlOperation(type, texts.isEmpty() ? "" : texts.get(0).text());
    }
}
