package io.github.devserver4j.cassandra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the last line of a {@link CassandraCall} says of the answer. */
final class CqlFacts {

    private CqlFacts() {}

    static List<String> of(CassandraCall call) {
        CqlResult result = call.result();
        List<String> facts = new ArrayList<>();
        if (call.statement().type().isBatch()) {
            facts.add("a batch of " + counted(call.statement().size(), "statement"));
        } else if (result.rows() >= 0 && call.statement().type() == CqlStatement.Type.QUERY) {
            facts.add(rows(result));
        }
        if (result.fetchNanos() >= 1_000_000) {
            facts.add("fetched in " + result.fetchNanos() / 1_000_000 + "ms");
        }
        if (!result.applied()) {
            facts.add("not applied");
        }
        if (result.alreadyPrepared()) {
            facts.add("already prepared");
        }
        facts.addAll(retries(result));
        if (result.speculative() > 0) {
            facts.add(counted(result.speculative(), "speculative execution"));
        }
        if (result.consistency() != null) {
            facts.add("consistency " + result.consistency());
        }
        if (result.coordinator() != null) {
            facts.add("from " + result.coordinator());
        }
        return facts;
    }

    private static String rows(CqlResult result) {
        String rows = counted(result.rows(), "row");
        if (result.pages() > 1) {
            return rows + " in " + result.pages() + " pages" + (result.complete() ? "" : " of more");
        }
        return result.complete() ? rows : rows + " on the first page of more";
    }

    /** {@code retried after OverloadedException from 127.0.0.1:9042}, each error once. */
    private static List<String> retries(CqlResult result) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        result.retries().forEach(retry -> counts.merge(retry, 1, Integer::sum));
        List<String> facts = new ArrayList<>();
        counts.forEach((error, count) ->
                facts.add((count == 1 ? "retried" : "retried " + count + " times") + " after " + error));
        return facts;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
