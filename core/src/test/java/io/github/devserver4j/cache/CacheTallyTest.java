package io.github.devserver4j.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CacheTallyTest {

    private int keys;
    private final Tally tally = CacheKind.CACHE.newTally();

    @Test
    void theSummaryIsDjangoDevserversLetterForLetter() {
        reads("users", 26, 5);
        add("users", CacheAction.WRITE, 0, 0);

        assertThat(tally.summary()).isEqualTo("32 calls made with a 83% hit percentage (5 misses)");
        assertThat(tally.count()).isEqualTo(32);
    }

    @Test
    void aSingleMissIsZeroPercent() {
        reads("users", 0, 1);

        assertThat(tally.summary()).isEqualTo("1 calls made with a 0% hit percentage (1 misses)");
    }

    @Test
    void thePercentageIsTruncatedAndOnlyWholeWithoutAnyMiss() {
        reads("users", 999, 1);

        assertThat(tally.summary()).isEqualTo("1000 calls made with a 99% hit percentage (1 misses)");
    }

    @Test
    void thePercentageWithoutAnyReadIsOneHundred() {
        add("users", CacheAction.REMOVE, 0, 0);

        assertThat(tally.summary()).isEqualTo("1 calls made with a 100% hit percentage (0 misses)");
    }

    @Test
    void aBulkReadIsOneCallWithManyHitsAndMisses() {
        add("users", CacheAction.BULK_READ, 3, 1);

        assertThat(tally.summary()).isEqualTo("1 calls made with a 75% hit percentage (1 misses)");
    }

    @Test
    void severalCachesHaveALineEachInTheOrderOfTheirFirstCalls() {
        reads("users", 11, 1);
        reads("events", 1, 0);
        reads(null, 1, 1);

        assertThat(tally.summary()).isEqualTo("""
                        15 calls made with a 86% hit percentage (2 misses)
                        users: 12 calls, 91%
                        events: 1 call, 100%
                        unnamed: 2 calls, 50%""");
    }

    @Test
    void whereNothingWasReadOrCallsFailedItsLineSaysSo() {
        add("users", CacheAction.WRITE, 0, 0);
        reads("events", 1, 0);
        tally.add(call("events", CacheAction.READ, 0, 0).ended(0, new IllegalStateException()));

        assertThat(tally.summary()).isEqualTo("""
                        3 calls made with a 100% hit percentage (0 misses)
                        users: 1 call
                        events: 2 calls, 100%, 1 failed""");
    }

    @Test
    void durationsAreAddedUp() {
        tally.add(call(null, CacheAction.WRITE, 0, 0).ended(3_000, null));
        tally.add(call(null, CacheAction.WRITE, 0, 0).ended(4_000, null));

        assertThat(tally.durationNanos()).isEqualTo(7_000);
    }

    private void reads(@Nullable String cache, int hits, int misses) {
        for (int i = 0; i < hits; i++) {
            add(cache, CacheAction.READ, 1, 0);
        }
        for (int i = 0; i < misses; i++) {
            add(cache, CacheAction.READ, 0, 1);
        }
    }

    private void add(@Nullable String cache, CacheAction action, int hits, int misses) {
        tally.add(call(cache, action, hits, misses));
    }

    private CacheCall call(@Nullable String cache, CacheAction action, int hits, int misses) {
        CacheSource source = CacheSource.local(cache, Secrets.defaults());
        return new CacheCall(source, action, "any", keys++, hits, misses, -1, 0, 0, true, null, null);
    }
}
