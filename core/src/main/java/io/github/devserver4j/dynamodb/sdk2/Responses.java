package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.DynamoDbExchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Reads numbers off an answer, on the thread that it comes on; the answer itself is not kept. */
final class Responses {

    private Responses() {}

    /** Tells the call what the answer says; gives where the next page begins, or null if there is none. */
    static @Nullable Object read(SdkResponse response, SdkRequest request, DynamoDbExchange call) {
        if (response instanceof GetItemResponse get) {
            call.found(get.hasItem() ? 1 : 0);
            consumed(get.consumedCapacity(), true, call);
        } else if (response instanceof QueryResponse query) {
            call.found(query.count(), query.scannedCount());
            consumed(query.consumedCapacity(), true, call);
            return next(query.lastEvaluatedKey());
        } else if (response instanceof ScanResponse scan) {
            call.found(scan.count(), scan.scannedCount());
            consumed(scan.consumedCapacity(), true, call);
            return next(scan.lastEvaluatedKey());
        } else {
            readWrite(response, call);
            readBatch(response, call);
            readStatement(response, Statements.read(request), call);
        }
        return null;
    }

    private static @Nullable Object next(Map<String, AttributeValue> lastEvaluatedKey) {
        return lastEvaluatedKey.isEmpty() ? null : lastEvaluatedKey;
    }

    private static void readWrite(SdkResponse response, DynamoDbExchange call) {
        if (response instanceof PutItemResponse put) {
            consumed(put.consumedCapacity(), false, call);
        } else if (response instanceof UpdateItemResponse update) {
            consumed(update.consumedCapacity(), false, call);
        } else if (response instanceof DeleteItemResponse delete) {
            consumed(delete.consumedCapacity(), false, call);
        } else if (response instanceof TransactWriteItemsResponse transaction) {
            consumed(transaction.consumedCapacity(), false, call);
        }
    }

    private static void readBatch(SdkResponse response, DynamoDbExchange call) {
        if (response instanceof BatchGetItemResponse batch) {
            call.found(batch.responses().values().stream().mapToInt(List::size).sum());
            call.unprocessed(batch.unprocessedKeys().values().stream()
                    .map(KeysAndAttributes::keys)
                    .mapToInt(List::size)
                    .sum());
            consumed(batch.consumedCapacity(), true, call);
        } else if (response instanceof BatchWriteItemResponse batch) {
            call.unprocessed(batch.unprocessedItems().values().stream()
                    .mapToInt(List::size)
                    .sum());
            consumed(batch.consumedCapacity(), false, call);
        } else if (response instanceof TransactGetItemsResponse transaction) {
            call.found(transaction.responses().stream()
                    .filter(item -> item.hasItem())
                    .count());
            consumed(transaction.consumedCapacity(), true, call);
        }
    }

    private static void readStatement(SdkResponse response, boolean reading, DynamoDbExchange call) {
        if (response instanceof ExecuteStatementResponse statement) {
            call.found(reading ? statement.items().size() : -1);
            consumed(statement.consumedCapacity(), reading, call);
        } else if (response instanceof BatchExecuteStatementResponse batch) {
            call.found(
                    reading
                            ? batch.responses().stream()
                                    .filter(one -> one.hasItem())
                                    .count()
                            : -1);
            call.failedStatements((int) batch.responses().stream()
                    .filter(one -> one.error() != null)
                    .count());
            consumed(batch.consumedCapacity(), reading, call);
        } else if (response instanceof ExecuteTransactionResponse transaction) {
            call.found(
                    reading
                            ? transaction.responses().stream()
                                    .filter(one -> one.hasItem())
                                    .count()
                            : -1);
            consumed(transaction.consumedCapacity(), reading, call);
        }
    }

    private static void consumed(List<ConsumedCapacity> capacities, boolean reading, DynamoDbExchange call) {
        capacities.forEach(capacity -> consumed(capacity, reading, call));
    }

    private static void consumed(@Nullable ConsumedCapacity capacity, boolean reading, DynamoDbExchange call) {
        if (capacity != null) {
            call.consumed(
                    capacity.capacityUnits(), capacity.readCapacityUnits(), capacity.writeCapacityUnits(), reading);
        }
    }
}
