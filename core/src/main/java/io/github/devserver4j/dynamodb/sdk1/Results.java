package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.DeleteItemResult;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionResult;
import com.amazonaws.services.dynamodbv2.model.GetItemResult;
import com.amazonaws.services.dynamodbv2.model.KeysAndAttributes;
import com.amazonaws.services.dynamodbv2.model.PutItemResult;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import com.amazonaws.services.dynamodbv2.model.ScanResult;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsResult;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import com.amazonaws.services.dynamodbv2.model.UpdateItemResult;
import io.github.devserver4j.dynamodb.DynamoDbExchange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers off an answer, on the thread that it comes on; the answer itself is not kept. */
final class Results {

    private Results() {}

    /** Tells the call what the answer says; gives where the next page begins, or null if there is none. */
    static @Nullable Object read(Object result, AmazonWebServiceRequest request, DynamoDbExchange call) {
        if (result instanceof GetItemResult get) {
            call.found(get.getItem() != null ? 1 : 0);
            consumed(get.getConsumedCapacity(), true, call);
        } else if (result instanceof QueryResult query) {
            call.found(query.getCount(), query.getScannedCount());
            consumed(query.getConsumedCapacity(), true, call);
            return query.getLastEvaluatedKey();
        } else if (result instanceof ScanResult scan) {
            call.found(scan.getCount(), scan.getScannedCount());
            consumed(scan.getConsumedCapacity(), true, call);
            return scan.getLastEvaluatedKey();
        } else {
            readWrite(result, call);
            readBatch(result, call);
            readStatement(result, Statements.read(request), call);
        }
        return null;
    }

    private static void readWrite(Object result, DynamoDbExchange call) {
        if (result instanceof PutItemResult put) {
            consumed(put.getConsumedCapacity(), false, call);
        } else if (result instanceof UpdateItemResult update) {
            consumed(update.getConsumedCapacity(), false, call);
        } else if (result instanceof DeleteItemResult delete) {
            consumed(delete.getConsumedCapacity(), false, call);
        } else if (result instanceof TransactWriteItemsResult transaction) {
            consumed(transaction.getConsumedCapacity(), false, call);
        }
    }

    private static void readBatch(Object result, DynamoDbExchange call) {
        if (result instanceof BatchGetItemResult batch) {
            call.found(
                    values(batch.getResponses()).stream().mapToInt(List::size).sum());
            call.unprocessed(values(batch.getUnprocessedKeys()).stream()
                    .map(KeysAndAttributes::getKeys)
                    .mapToInt(List::size)
                    .sum());
            consumed(batch.getConsumedCapacity(), true, call);
        } else if (result instanceof BatchWriteItemResult batch) {
            call.unprocessed(values(batch.getUnprocessedItems()).stream()
                    .mapToInt(List::size)
                    .sum());
            consumed(batch.getConsumedCapacity(), false, call);
        } else if (result instanceof TransactGetItemsResult transaction) {
            call.found(list(transaction.getResponses()).stream()
                    .filter(item -> item.getItem() != null)
                    .count());
            consumed(transaction.getConsumedCapacity(), true, call);
        }
    }

    private static void readStatement(Object result, boolean reading, DynamoDbExchange call) {
        if (result instanceof ExecuteStatementResult statement) {
            call.found(reading ? list(statement.getItems()).size() : -1);
            consumed(statement.getConsumedCapacity(), reading, call);
        } else if (result instanceof BatchExecuteStatementResult batch) {
            call.found(
                    reading
                            ? list(batch.getResponses()).stream()
                                    .filter(one -> one.getItem() != null)
                                    .count()
                            : -1);
            call.failedStatements((int) list(batch.getResponses()).stream()
                    .filter(one -> one.getError() != null)
                    .count());
            consumed(batch.getConsumedCapacity(), reading, call);
        } else if (result instanceof ExecuteTransactionResult transaction) {
            call.found(
                    reading
                            ? list(transaction.getResponses()).stream()
                                    .filter(one -> one.getItem() != null)
                                    .count()
                            : -1);
            consumed(transaction.getConsumedCapacity(), reading, call);
        }
    }

    private static <T> Collection<T> values(@Nullable Map<String, T> map) {
        return map == null ? List.of() : map.values();
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static void consumed(@Nullable List<ConsumedCapacity> capacities, boolean reading, DynamoDbExchange call) {
        if (capacities != null) {
            capacities.forEach(capacity -> consumed(capacity, reading, call));
        }
    }

    private static void consumed(@Nullable ConsumedCapacity capacity, boolean reading, DynamoDbExchange call) {
        if (capacity != null) {
            call.consumed(
                    capacity.getCapacityUnits(),
                    capacity.getReadCapacityUnits(),
                    capacity.getWriteCapacityUnits(),
                    reading);
        }
    }
}
