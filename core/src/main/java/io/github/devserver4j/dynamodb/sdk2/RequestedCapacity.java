package io.github.devserver4j.dynamodb.sdk2;

import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Asks DynamoDB for the capacity that a request consumes. The SDK has no common type for the requests that can ask. */
final class RequestedCapacity {

    private RequestedCapacity() {}

    /** The request itself, if it asks already or can't; or else one that asks, and is the same otherwise. */
    static SdkRequest askedBy(SdkRequest request) {
        if (request instanceof GetItemRequest get) {
            return isAsked(get.returnConsumedCapacityAsString())
                    ? request
                    : get.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof PutItemRequest put) {
            return isAsked(put.returnConsumedCapacityAsString())
                    ? request
                    : put.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof UpdateItemRequest update) {
            return isAsked(update.returnConsumedCapacityAsString())
                    ? request
                    : update.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof DeleteItemRequest delete) {
            return isAsked(delete.returnConsumedCapacityAsString())
                    ? request
                    : delete.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof QueryRequest query) {
            return isAsked(query.returnConsumedCapacityAsString())
                    ? request
                    : query.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof ScanRequest scan) {
            return isAsked(scan.returnConsumedCapacityAsString())
                    ? request
                    : scan.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof BatchGetItemRequest batch) {
            return isAsked(batch.returnConsumedCapacityAsString())
                    ? request
                    : batch.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return isAsked(batch.returnConsumedCapacityAsString())
                    ? request
                    : batch.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            return isAsked(transaction.returnConsumedCapacityAsString())
                    ? request
                    : transaction.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            return isAsked(transaction.returnConsumedCapacityAsString())
                    ? request
                    : transaction.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof ExecuteStatementRequest statement) {
            return isAsked(statement.returnConsumedCapacityAsString())
                    ? request
                    : statement.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return isAsked(batch.returnConsumedCapacityAsString())
                    ? request
                    : batch.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        if (request instanceof ExecuteTransactionRequest transaction) {
            return isAsked(transaction.returnConsumedCapacityAsString())
                    ? request
                    : transaction.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        return request;
    }

    private static boolean isAsked(@Nullable String returnConsumedCapacity) {
        return returnConsumedCapacity != null && !returnConsumedCapacity.equals("NONE");
    }
}
