package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.WriteRequest;
import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.TableCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what batches and transactions are about. */
final class Batches {

    private Batches() {}

    /** Null for other requests. */
    static @Nullable Asked asked(AmazonWebServiceRequest request) {
        TableCounts counts = new TableCounts();
        if (request instanceof BatchGetItemRequest batch) {
            batch.getRequestItems()
                    .forEach((table, keys) ->
                            counts.add(table, "key", keys.getKeys().size()));
        } else if (request instanceof BatchWriteItemRequest batch) {
            batch.getRequestItems().forEach((table, writes) -> count(table, writes, counts));
        } else if (request instanceof TransactGetItemsRequest transaction) {
            transaction
                    .getTransactItems()
                    .forEach(item -> counts.add(item.getGet().getTableName(), "key", 1));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.getTransactItems().forEach(item -> count(item, counts));
        } else {
            return null;
        }
        return Asked.of(counts);
    }

    private static void count(String table, List<WriteRequest> writes, TableCounts counts) {
        int puts = (int)
                writes.stream().filter(write -> write.getPutRequest() != null).count();
        counts.add(table, "put", puts).add(table, "delete", writes.size() - puts);
    }

    private static void count(TransactWriteItem item, TableCounts counts) {
        if (item.getPut() != null) {
            counts.add(item.getPut().getTableName(), "put", 1);
        } else if (item.getUpdate() != null) {
            counts.add(item.getUpdate().getTableName(), "update", 1);
        } else if (item.getDelete() != null) {
            counts.add(item.getDelete().getTableName(), "delete", 1);
        } else if (item.getConditionCheck() != null) {
            counts.add(item.getConditionCheck().getTableName(), "condition check", 1);
        }
    }
}
