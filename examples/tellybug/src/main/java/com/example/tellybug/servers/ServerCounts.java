package com.example.tellybug.servers;

/**
 * What all servers have counted of one request.
 *
 * @param sql the statements that H2 has executed
 * @param redis its commands
 * @param memcached its commands
 * @param dynamoDb its requests
 * @param cassandra the queries of its log
 * @param http the requests that the gateway got
 */
public record ServerCounts(
        long sql, CacheCounts redis, CacheCounts memcached, DynamoDbCounts dynamoDb, long cassandra, long http) {}
