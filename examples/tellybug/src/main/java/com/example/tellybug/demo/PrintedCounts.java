package com.example.tellybug.demo;

import com.example.tellybug.servers.DynamoDbCounts;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in the lines of one request.
 *
 * @param sql queries
 * @param cacheCalls calls of all caches
 * @param hitPercentage of all caches
 * @param misses of all caches
 * @param redis calls, those of its caches together
 * @param memcached calls, those of its caches together
 * @param dynamoDb calls by operation, and consumed units
 * @param cassandra queries
 * @param http calls
 */
record PrintedCounts(
        long sql,
        long cacheCalls,
        long hitPercentage,
        long misses,
        long redis,
        long memcached,
        DynamoDbCounts dynamoDb,
        long cassandra,
        long http) {

    private static final Pattern SQL = Pattern.compile("(?m)^ +\\[sql] (?:\\(\\d+ms\\) )?(\\d+) queries with");
    private static final Pattern CACHE = Pattern.compile(
            "(?m)^ +\\[cache] (?:\\(\\d+ms\\) )?(\\d+) calls made with a (\\d+)% hit percentage \\((\\d+) misses\\)");
    private static final Pattern DYNAMO_DB =
            Pattern.compile("(?m)^ +\\[dynamodb] (?:\\(\\d+ms\\) )?(\\d+) calls? \\(([^)]*)\\)( consumed.*)?$");
    private static final Pattern CASSANDRA =
            Pattern.compile("(?m)^ +\\[cassandra] (?:\\(\\d+ms\\) )?(\\d+) quer(?:y|ies) with");
    private static final Pattern HTTP = Pattern.compile("(?m)^ +\\[http] (?:\\(\\d+ms\\) )?(\\d+) calls? with");

    static PrintedCounts of(String block) {
        Matcher cache = CACHE.matcher(block);
        boolean cached = cache.find();
        return new PrintedCounts(
                number(SQL, block),
                cached ? Long.parseLong(cache.group(1)) : 0,
                cached ? Long.parseLong(cache.group(2)) : 100,
                cached ? Long.parseLong(cache.group(3)) : 0,
                callsOf("redis", block),
                callsOf("memcached", block),
                dynamoDb(block),
                number(CASSANDRA, block),
                number(HTTP, block));
    }

    private static long number(Pattern pattern, String block) {
        Matcher line = pattern.matcher(block);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private static long callsOf(String backend, String block) {
        Matcher line = Pattern.compile("(?m)^ +" + backend + "[^:\\n]*: (\\d+) calls?(?:, \\d+%)?$")
                .matcher(block);
        long calls = 0;
        while (line.find()) {
            calls += Long.parseLong(line.group(1));
        }
        return calls;
    }

    private static DynamoDbCounts dynamoDb(String block) {
        Matcher line = DYNAMO_DB.matcher(block);
        if (!line.find()) {
            return new DynamoDbCounts(new TreeMap<>(), 0, 0);
        }
        SortedMap<String, Long> operations = new TreeMap<>();
        for (String operation : line.group(2).split(", ", -1)) {
            String[] words = operation.split(" ", 2);
            operations.put(words[1], Long.valueOf(words[0]));
        }
        return new DynamoDbCounts(operations, units("RCU", line.group(3)), units("WCU", line.group(3)));
    }

    private static double units(String name, @Nullable String consumed) {
        Matcher units = Pattern.compile("([\\d.]+) " + name).matcher(consumed == null ? "" : consumed);
        return units.find() ? Double.parseDouble(units.group(1)) : 0;
    }
}
