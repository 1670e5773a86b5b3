package io.github.devserver4j.trace;

/**
 * How calls are put into lines.
 *
 * @param truncateSql whether a select list is cut to {@code SELECT ...} and long values are cut; where false, a
 *     statement's text is complete and can be pasted into a SQL client
 * @param truncateAggregates whether a select list with an aggregate function is cut as well
 */
public record TextStyle(boolean truncateSql, boolean truncateAggregates) {

    /** The console's default: select lists are cut, aggregates are kept. */
    public static final TextStyle TRUNCATED = new TextStyle(true, false);

    /** Nothing is cut. */
    public static final TextStyle COMPLETE = new TextStyle(false, false);
}
