package com.example.tellybug.servers;

import java.util.SortedMap;

/**
 * What passed between the application and DynamoDB since the last reset.
 *
 * @param operations how many requests of each operation
 * @param readUnits consumed, as the answers say
 * @param writeUnits consumed, as the answers say
 */
public record DynamoDbCounts(SortedMap<String, Long> operations, double readUnits, double writeUnits) {

    /** All requests. */
    public long calls() {
        return operations.values().stream().mapToLong(Long::longValue).sum();
    }
}
