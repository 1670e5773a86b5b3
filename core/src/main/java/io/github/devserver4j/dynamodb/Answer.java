package io.github.devserver4j.dynamodb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call's answer, or of the answers of a group of pages. Immutable.
 *
 * @param pages how many calls this is the sum of
 * @param items how many items came back, or matched where they were only counted; {@link #UNKNOWN} where none could
 * @param scanned how many items a Query or Scan read to find them; {@link #UNKNOWN} for other operations
 * @param readUnits the read capacity units consumed; zero where none were, or where DynamoDB did not tell
 * @param writeUnits the write capacity units consumed, likewise
 * @param unprocessed the keys or items of a batch that DynamoDB did not get to
 * @param failedStatements the PartiQL statements of a batch that failed
 * @param attempts how often the request was sent
 * @param throttles how many answers told to come back later
 * @param conditionalFailure what is to be told of a condition that did not hold, or null
 */
public record Answer(
        int pages,
        long items,
        long scanned,
        double readUnits,
        double writeUnits,
        int unprocessed,
        int failedStatements,
        int attempts,
        int throttles,
        @Nullable String conditionalFailure) {

    /** A count that the answer did not tell. */
    public static final long UNKNOWN = -1;

    /** How often the request was sent again. */
    public int retries() {
        return Math.max(0, attempts - pages);
    }

    Answer plus(Answer other) {
        return new Answer(
                pages + other.pages,
                sum(items, other.items),
                sum(scanned, other.scanned),
                readUnits + other.readUnits,
                writeUnits + other.writeUnits,
                unprocessed + other.unprocessed,
                failedStatements + other.failedStatements,
                attempts + other.attempts,
                throttles + other.throttles,
                conditionalFailure);
    }

    private static long sum(long one, long other) {
        return one < 0 ? other : one + Math.max(0, other);
    }

    /** {@code 3 pages, 250 items, 12.5 RCU}. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        if (pages > 1) {
            facts.add(Units.counted(pages, "page"));
        }
        if (items >= 0) {
            facts.add(Units.counted(items, "item") + (scanned > items ? " of " + scanned + " scanned" : ""));
        }
        if (readUnits > 0) {
            facts.add(Units.capacity(readUnits, "RCU"));
        }
        if (writeUnits > 0) {
            facts.add(Units.capacity(writeUnits, "WCU"));
        }
        addTroubles(facts);
        return facts;
    }

    private void addTroubles(List<String> facts) {
        if (unprocessed > 0) {
            facts.add(unprocessed + " unprocessed");
        }
        if (failedStatements > 0) {
            facts.add(Units.counted(failedStatements, "statement") + " failed");
        }
        if (conditionalFailure != null) {
            facts.add(conditionalFailure);
        }
        if (throttles > 0) {
            facts.add(throttles == 1 ? "throttled" : "throttled " + throttles + " times");
        }
        if (retries() > 0) {
            facts.add(retries() == 1 ? "1 retry" : retries() + " retries");
        }
    }
}
