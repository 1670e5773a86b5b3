package io.github.devserver4j.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What came back from a statement, all its results taken together.
 *
 * @param rows the rows that the application fetched, for a scrolled result set the highest it has been on; {@link
 *     #UNKNOWN} where there was no result set, nobody looked into it, or only the driver knows the number
 * @param updateCount the rows that were changed; {@link #UNKNOWN} where none were or nobody asked for the number
 * @param error what went wrong, in one line; null where nothing did
 */
public record SqlResult(
        long rows, long updateCount, @Nullable String error) {

    /** A number that is not known. */
    public static final long UNKNOWN = -1;
}
