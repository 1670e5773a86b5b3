package io.github.devserver4j.cassandra;

/**
 * What is counted of a call beside the call itself. Immutable.
 *
 * @param morePages the pages that were fetched after the first
 * @param retries how often the driver sent it again after an error
 * @param speculative how often the driver sent it to another node since the answer took long
 * @param applied false for a conditional statement whose condition did not hold
 * @param alreadyPrepared whether the driver had the prepared statement, and asked no server
 */
record CqlCounts(int morePages, int retries, int speculative, boolean applied, boolean alreadyPrepared) {

    /** Nothing. */
    static final CqlCounts NONE = new CqlCounts(0, 0, 0, true, false);
}
