package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums up a request's calls of DynamoDB, each page of a query for itself, and then tells what could be done with less:
 *
 * <pre>
 * 5 calls (3 GetItem, 2 Query) consumed 7.5 RCU 2 WCU, 1 throttled
 * 31 single GetItem of polls_state at com.example.Polls.names(Polls.java:21): one BatchGetItem would do
 * polls_state {id: "doi"} read 3 times
 * Scan of polls_votes at com.example.Polls.top(Polls.java:30): 250 items scanned, 3 returned
 * Query of polls_votes at com.example.Polls.mine(Polls.java:40): the filter threw away 247 of 250 items read
 * </pre>
 *
 * <p>Not thread-safe, bounded.
 */
final class DynamoDbTally implements Tally {

    private static final int MAX_NAMES = 60; // DynamoDB has about as many operations

    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final SingleGets singleGets = new SingleGets();
    private final RepeatedGets repeatedGets = new RepeatedGets();
    private final Searches searches = new Searches();
    private long calls;
    private double readUnits;
    private double writeUnits;
    private long throttles;
    private long retries;
    private long conditionalFailures;
    private long failures;
    private long durationNanos;

    @Override
    public void add(Call added) {
        DynamoDbCall call = added instanceof DynamoDbExchange live ? live.counted() : (DynamoDbCall) added;
        Answer answer = call.answer();
        calls++;
        count(call.name(), 1);
        readUnits += answer.readUnits();
        writeUnits += answer.writeUnits();
        throttles += answer.throttles();
        retries += answer.retries();
        conditionalFailures += answer.conditionalFailure() == null ? 0 : 1;
        failures += call.error() == null ? 0 : 1;
        durationNanos += call.timing().durationNanos();
        singleGets.add(call);
        repeatedGets.add(call);
        searches.add(call);
    }

    private void count(String name, int times) {
        if (byName.size() < MAX_NAMES || byName.containsKey(name)) {
            byName.merge(name, times, Integer::sum);
        }
    }

    @Override
    public void addAll(Tally other) {
        DynamoDbTally that = (DynamoDbTally) other;
        calls += that.calls;
        that.byName.forEach(this::count);
        readUnits += that.readUnits;
        writeUnits += that.writeUnits;
        throttles += that.throttles;
        retries += that.retries;
        conditionalFailures += that.conditionalFailures;
        failures += that.failures;
        durationNanos += that.durationNanos;
        singleGets.addAll(that.singleGets);
        repeatedGets.addAll(that.repeatedGets);
        searches.addAll(that.searches);
    }

    @Override
    public long count() {
        return calls;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public String summary() {
        List<String> lines = new ArrayList<>();
        lines.add(Units.counted(calls, "call") + names() + consumed() + troubles());
        lines.addAll(singleGets.hints());
        lines.addAll(repeatedGets.hints());
        lines.addAll(searches.hints());
        return String.join("\n", lines);
    }

    private String names() {
        List<String> names = new ArrayList<>();
        byName.forEach((name, times) -> names.add(times + " " + name));
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private String consumed() {
        if (readUnits + writeUnits == 0) {
            return "";
        }
        return " consumed"
                + (readUnits > 0 ? " " + Units.capacity(readUnits, "RCU") : "")
                + (writeUnits > 0 ? " " + Units.capacity(writeUnits, "WCU") : "");
    }

    private String troubles() {
        return (throttles > 0 ? ", " + throttles + " throttled" : "")
                + (retries > 0 ? ", " + (retries == 1 ? "1 retry" : retries + " retries") : "")
                + (conditionalFailures > 0
                        ? ", " + Units.counted(conditionalFailures, "conditional check") + " failed"
                        : "")
                + (failures > 0 ? ", " + failures + " failed" : "");
    }
}
