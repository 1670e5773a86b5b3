package io.github.devserver4j.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CallGroup;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CacheCallTest {

    @Test
    void theSummaryTellsCacheMethodKeyAndResult() {
        assertThat(read("users", 42L, 1, 0).summary()).isEqualTo("users get 42: hit");
        assertThat(read(null, "ann", 0, 1).summary()).isEqualTo("get ann: miss");
        assertThat(read("users", "ann", 0, 0).summary()).isEqualTo("users get ann");
        assertThat(call("users", CacheAction.BULK_READ, "getAll", List.of(1, 2, 3), 2, 1)
                        .summary())
                .isEqualTo("users getAll [1, 2, 3]: 2 hits, 1 miss");
        assertThat(call("users", CacheAction.REMOVE, "invalidateAll", null, 0, 0)
                        .summary())
                .isEqualTo("users invalidateAll");
    }

    @Test
    void onlyTheSummaryOfCacheCallsIsPrinted() {
        assertThat(read("users", 42L, 1, 0).listed()).isFalse();
    }

    @Test
    void aFinishedCallHoldsTheTextOfItsKeyAndNoLongerTheKey() {
        List<String> key = new ArrayList<>(List.of("a"));
        CacheCall finished = read("users", key, 1, 0).finished();
        key.add("b");

        assertThat(finished.key()).isEqualTo("[a]");
    }

    @Test
    void aKeyWhoseTextFailsIsShownAsItsClass() {
        Object key = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("not now");
            }
        };

        assertThat(read("users", key, 1, 0).finished().key())
                .isEqualTo(key.getClass().getName());
    }

    @Test
    void aLongKeyIsCutAndPutOnOneLine() {
        String text = (String)
                read("users", "a\nb" + "x".repeat(1_000), 1, 0).finished().key();

        assertThat(text).startsWith("a bxxx").endsWith("x…").hasSize(201);
    }

    @Test
    void callsPastTheLimitAreGroupedByCacheAndMethod() throws InterruptedException {
        CurrentTrace currentTrace = CurrentTrace.create();
        try (RecordedRequest request = RecordedRequest.open(currentTrace, 1)) {
            for (String name : List.of("users", "events", "users", "events", "users")) {
                CacheCalls calls = CacheCalls.of(currentTrace, name);
                calls.run(CacheAction.WRITE, "put", "key", () -> {});
            }
            Trace trace = request.finish();

            assertThat(trace.calls()).hasSize(1);
            assertThat(trace.groups()).extracting(CallGroup::count).containsExactly(2L, 2L);
            assertThat(trace.groups())
                    .extracting(group -> group.example().operationText(TextStyle.TRUNCATED))
                    .containsExactly("events put", "users put");
            assertThat(trace.totals().get(0).count()).isEqualTo(5);
        }
    }

    private static CacheCall read(@Nullable String cache, Object key, int hits, int misses) {
        return call(cache, CacheAction.READ, "get", key, hits, misses);
    }

    private static CacheCall call(
            @Nullable String cache, CacheAction action, String method, @Nullable Object key, int hits, int misses) {
        CacheSource source = CacheSource.local(cache, Secrets.defaults());
        return new CacheCall(source, action, method, key, hits, misses, -1, 0, 0, true, null, null);
    }
}
