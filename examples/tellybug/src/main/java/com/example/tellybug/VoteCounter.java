package com.example.tellybug;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Counts votes: for good in DynamoDB, by its atomic counters, and for the live display in Redis. */
final class VoteCounter {

    static final String TABLE = "tellybug_votes";

    private final UnifiedJedis redis;
    private final DynamoDbClient dynamoDb;

    VoteCounter(UnifiedJedis redis, DynamoDbClient dynamoDb) {
        this.redis = redis;
        this.dynamoDb = dynamoDb;
    }

    /** One more for this option. Returns how many it has now. */
    long vote(String slug, int option) {
        Map<String, AttributeValue> counted = dynamoDb.updateItem(request -> request.tableName(TABLE)
                        .key(Map.of(
                                "event",
                                AttributeValue.fromS(slug),
                                "choice",
                                AttributeValue.fromN(Integer.toString(option))))
                        .updateExpression("ADD votes :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                        .returnValues(ReturnValue.UPDATED_NEW))
                .attributes();
        String votes = votes(counted);
        redis.set(key(slug, option), votes);
        return Long.parseLong(votes);
    }

    /** What the display shows, by option; 0 for those without a vote. */
    List<Long> display(String slug, int options) {
        String[] keys = IntStream.rangeClosed(1, options)
                .mapToObj(option -> key(slug, option))
                .toArray(String[]::new);
        return redis.mget(keys).stream()
                .map(votes -> votes == null ? 0L : Long.parseLong(votes))
                .toList();
    }

    /** The votes that count, all options together. */
    long total(String slug) {
        return dynamoDb
                .query(request -> request.tableName(TABLE)
                        .keyConditionExpression("event = :event")
                        .expressionAttributeValues(Map.of(":event", AttributeValue.fromS(slug))))
                .items()
                .stream()
                .mapToLong(item -> Long.parseLong(votes(item)))
                .sum();
    }

    private static String votes(Map<String, AttributeValue> item) {
        AttributeValue votes = item.get("votes");
        return votes == null ? "0" : votes.n();
    }

    private static String key(String slug, int option) {
        return "votes:" + slug + ":" + option;
    }
}
