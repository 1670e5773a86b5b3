package com.example.tellybug.demo;

import com.example.tellybug.servers.CacheCounts;
import com.example.tellybug.servers.DynamoDbCounts;
import com.example.tellybug.servers.ServerCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers of one request's lines beside those of the servers it went to:
 *
 * <pre>
 *               printed                              counted
 *     sql       1                                    1                               H2's query statistics
 *     redis     4 calls                              4 calls                         INFO commandstats
 * </pre>
 */
final class Comparison {

    private final List<Row> rows = new ArrayList<>();

    Comparison(PrintedCounts printed, ServerCounts counted) {
        CacheCounts caches = counted.redis().plus(counted.memcached());
        add("sql", printed.sql(), counted.sql(), "H2's query statistics");
        add("redis", printed.redis(), counted.redis().calls(), "INFO commandstats");
        add("memcached", printed.memcached(), counted.memcached().calls(), "stats");
        add(
                "cache",
                cache(printed.cacheCalls(), printed.hitPercentage(), printed.misses()),
                cache(caches.calls(), caches.hitPercentage(), caches.misses()),
                "INFO stats and stats");
        add("dynamodb", printed.dynamoDb(), counted.dynamoDb(), "log of requests and their answers");
        add("cassandra", printed.cassandra(), counted.cassandra(), "simulacron's query log");
        add("http", printed.http(), counted.http(), "the gateway's own count");
    }

    private static String cache(long calls, long hitPercentage, long misses) {
        return calls + " calls, " + hitPercentage + "%, " + misses + " misses";
    }

    private void add(String name, Object printed, Object counted, String source) {
        rows.add(new Row(name, text(printed), text(counted), source));
    }

    private static String text(Object counts) {
        if (counts instanceof DynamoDbCounts dynamoDb) {
            return dynamoDb.operations()
                    + String.format(Locale.ROOT, " %.1f RCU %.1f WCU", dynamoDb.readUnits(), dynamoDb.writeUnits());
        }
        return counts.toString();
    }

    boolean agrees() {
        return rows.stream().allMatch(Row::agrees);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("    %-10s %-52s %-52s", "", "printed", "counted"));
        rows.stream().filter(Row::isOfNote).forEach(row -> lines.add(row.line()));
        return lines;
    }

    private record Row(String name, String printed, String counted, String source) {
        boolean agrees() {
            return printed.equals(counted);
        }

        /** Servers that the request had nothing to do with are compared and not listed. */
        boolean isOfNote() {
            return !agrees() || !printed.matches("0|0 calls.*|\\{} 0.0 RCU 0.0 WCU");
        }

        String line() {
            String verdict = agrees() ? "" : "  DIFFERS";
            return String.format("    %-10s %-52s %-52s %s%s", name, printed, counted, source, verdict);
        }
    }
}
