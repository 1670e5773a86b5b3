package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.TableCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Counts what batches and transactions are about. */
final class Batches {

    private Batches() {}

    /** Null for other requests. */
    static @Nullable Asked asked(SdkRequest request) {
        TableCounts counts = new TableCounts();
        if (request instanceof BatchGetItemRequest batch) {
            batch.requestItems()
                    .forEach((table, keys) ->
                            counts.add(table, "key", keys.keys().size()));
        } else if (request instanceof BatchWriteItemRequest batch) {
            batch.requestItems().forEach((table, writes) -> count(table, writes, counts));
        } else if (request instanceof TransactGetItemsRequest transaction) {
            transaction.transactItems().forEach(item -> counts.add(item.get().tableName(), "key", 1));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(item -> count(item, counts));
        } else {
            return null;
        }
        return Asked.of(counts);
    }

    private static void count(String table, List<WriteRequest> writes, TableCounts counts) {
        int puts = (int)
                writes.stream().filter(write -> write.putRequest() != null).count();
        counts.add(table, "put", puts).add(table, "delete", writes.size() - puts);
    }

    private static void count(TransactWriteItem item, TableCounts counts) {
        if (item.put() != null) {
            counts.add(item.put().tableName(), "put", 1);
        } else if (item.update() != null) {
            counts.add(item.update().tableName(), "update", 1);
        } else if (item.delete() != null) {
            counts.add(item.delete().tableName(), "delete", 1);
        } else if (item.conditionCheck() != null) {
            counts.add(item.conditionCheck().tableName(), "condition check", 1);
        }
    }
}
