package io.github.devserver4j.httpclient;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Timing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How calls and their sums are put into words. */
final class HttpTallyTest {

    private static final long MILLI = 1_000_000;

    @Test
    void hostsAreToldApartAndWhatIsFetchedTwice() {
        HttpTally tally = new HttpTally();
        tally.add(call("GET", "https://a.example/x", 20));
        tally.add(call("GET", "https://a.example/x", 30));
        tally.add(call("POST", "https://b.example/x", 50));
        tally.add(call("POST", "https://b.example/x", 50));
        assertThat(tally.summary()).isEqualTo("""
                        4 calls with 1 duplicates
                        a.example: 2 calls, 50ms
                        b.example: 2 calls, 100ms
                        GET https://a.example/x fetched 2 times""");
        assertThat(tally.durationNanos()).isEqualTo(150 * MILLI);
    }

    @Test
    void talliesAddUp() {
        HttpTally one = new HttpTally();
        one.add(call("GET", "https://a.example/x", 1));
        HttpTally other = new HttpTally();
        other.add(call("GET", "https://a.example/x", 1));
        other.add(call("HEAD", "https://a.example/x", 1));
        one.addAll(other);
        assertThat(one.count()).isEqualTo(3);
        assertThat(one.summary()).isEqualTo("3 calls with 1 duplicates\nGET https://a.example/x fetched 2 times");
    }

    @Test
    void endlesslyManyHostsAndAddressesHaveAFewLines() {
        HttpTally tally = new HttpTally();
        for (int i = 0; i < 5_000; i++) {
            tally.add(call("GET", "https://host" + i + ".example/", 1));
        }
        assertThat(tally.summary().lines()).hasSize(22).last().isEqualTo("others: 4980 calls, 4980ms");
    }

    @Test
    void pastTwoThousandAddressesDuplicatesAreALowerBound() {
        HttpTally tally = new HttpTally();
        for (int i = 0; i < HttpTally.MAX_ADDRESSES; i++) {
            tally.add(call("GET", "https://a.example/" + i, 1));
        }
        tally.add(call("GET", "https://a.example/0", 1));
        tally.add(call("POST", "https://a.example/written", 1));
        String fetchedTwice = "\nGET https://a.example/0 fetched 2 times";
        assertThat(tally.summary()).isEqualTo("2002 calls with 1 duplicates" + fetchedTwice);
        tally.add(call("GET", "https://a.example/another", 1));
        tally.add(call("GET", "https://a.example/another", 1));
        assertThat(tally.summary()).isEqualTo("2004 calls with at least 1 duplicates" + fetchedTwice);
        HttpTally sum = new HttpTally();
        sum.addAll(tally);
        assertThat(sum.summary()).isEqualTo(tally.summary());
    }

    @Test
    void unfinishedCallsPastTwoThousandAddressesAreALowerBoundToo() {
        CurrentTrace currentTrace = CurrentTrace.create();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            HttpTally tally = new HttpTally();
            for (int i = 0; i < HttpTally.MAX_ADDRESSES; i++) {
                tally.add(exchange(currentTrace, "GET", "https://a.example/" + i));
            }
            tally.add(exchange(currentTrace, "GET", "https://a.example/0"));
            tally.add(exchange(currentTrace, "POST", "https://a.example/written"));
            String fetchedTwice = "\nGET https://a.example/0 fetched 2 times";
            assertThat(tally.summary()).isEqualTo("2002 calls with 1 duplicates" + fetchedTwice);
            tally.add(exchange(currentTrace, "GET", "https://a.example/another"));
            assertThat(tally.summary()).isEqualTo("2003 calls with at least 1 duplicates" + fetchedTwice);
        }
    }

    private static HttpExchange exchange(CurrentTrace currentTrace, String method, String url) {
        return HttpCalls.of(currentTrace)
                .exchange(requireNonNull(currentTrace.get()), url, new HttpOperation(method, null, url));
    }

    @Test
    void userPasswordSecretsAndFragmentAreNotShown() {
        HttpAddress address = HttpAddress.of(
                "GET",
                "https://ann:pw1@a.example:8443/p;jsessionid=s1?token=t1&q=a@b#access_token=f1",
                Secrets.defaults());
        assertThat(address.url()).isEqualTo("https://a.example:8443/p;jsessionid=***?token=***&q=a@b");
        assertThat(address.host()).isEqualTo("a.example:8443");
        assertThat(address.identity()).doesNotContain("pw1", "s1", "t1", "f1");
    }

    @Test
    void longLinesAreBrokenAndErrorsFollow() {
        StackTraceElement site = new StackTraceElement("com.example.Polls", "find", "Polls.java", 57);
        HttpCall shortCall = call("GET", "https://a.example/x", 200, null, site);
        assertThat(shortCall.lines(TextStyle.TRUNCATED))
                .containsExactly("GET https://a.example/x 200 1.2 KB, first byte after 80ms,"
                        + " at com.example.Polls.find(Polls.java:57)");
        HttpCall longCall = call("GET", "https://a.example/" + "x".repeat(60), 200, null, site);
        assertThat(longCall.lines(TextStyle.TRUNCATED))
                .containsExactly(
                        longCall.summary(), "-- first byte after 80ms, at com.example.Polls.find(Polls.java:57)");
        HttpCall failed = call("GET", "https://a.example/x", 0, "ConnectException", site);
        assertThat(failed.lines(TextStyle.TRUNCATED))
                .containsExactly(
                        "GET https://a.example/x",
                        "-- ConnectException",
                        "-- at com.example.Polls.find(Polls.java:57)");
    }

    @Test
    void theFirstByteIsToldWhereReadingTheBodyTookANotablePart() {
        assertThat(factsOf(100, 79)).isEqualTo(", first byte after 79ms");
        assertThat(factsOf(100, 80)).isEmpty();
        assertThat(factsOf(100, 100)).isEmpty();
        assertThat(factsOf(10, 7)).isEqualTo(", first byte after 7ms");
        assertThat(factsOf(9, 1)).isEmpty();
    }

    private static String factsOf(long millis, long firstByteMillis) {
        HttpCall call = call("GET", "https://a.example/x", millis, firstByteMillis);
        return call.lines(TextStyle.TRUNCATED).get(0).substring(call.summary().length());
    }

    @Test
    void operationsAreEqualWhateverTheirQuery() {
        HttpOperation one = new HttpOperation("GET", "a.example", "/polls?page=1");
        assertThat(one)
                .isEqualTo(new HttpOperation("GET", "a.example", "/polls"))
                .isNotEqualTo("GET /polls");
        assertThat(one).hasSameHashCodeAs(new HttpOperation("GET", "a.example", "/polls?page=12"));
        assertThat(one)
                .isNotEqualTo(new HttpOperation("PUT", "a.example", "/polls?page=1"))
                .isNotEqualTo(new HttpOperation("GET", "b.example", "/polls?page=1"))
                .isNotEqualTo(new HttpOperation("GET", "a.example", "/polks?page=1"))
                .isNotEqualTo(new HttpOperation("GET", "a.example", "/pollsters"))
                .isNotEqualTo(new HttpOperation("GET", "a.example", null));
        assertThat(new HttpOperation("GET", null, null))
                .isEqualTo(new HttpOperation("GET", null, null))
                .hasSameHashCodeAs(new HttpOperation("GET", null, null));
    }

    private static HttpCall call(String method, String url, long millis) {
        return call(method, url, millis, 1);
    }

    private static HttpCall call(String method, String url, long millis, long firstByteMillis) {
        return new HttpCall(
                HttpAddress.of(method, url, Secrets.defaults()),
                200,
                -1,
                5,
                firstByteMillis * MILLI,
                0,
                0,
                false,
                true,
                new Timing(0, millis * MILLI, true, null, null, false));
    }

    private static HttpCall call(
            String method, String url, int status, @Nullable String error, StackTraceElement site) {
        boolean answered = status != 0;
        return new HttpCall(
                HttpAddress.of(method, url, Secrets.defaults()),
                status,
                -1,
                answered ? 1_234 : -1,
                answered ? 80 * MILLI : -1,
                0,
                0,
                false,
                answered,
                new Timing(0, 120 * MILLI, true, error, site, false));
    }
}
