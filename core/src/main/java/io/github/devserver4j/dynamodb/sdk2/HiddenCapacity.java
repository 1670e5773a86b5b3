package io.github.devserver4j.dynamodb.sdk2;

import java.util.Collection;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Takes out of an answer the capacity that the application did not ask for. */
final class HiddenCapacity {

    private HiddenCapacity() {}

    /** The answer as DynamoDB gives it to those who don't ask. */
    static SdkResponse of(SdkResponse response) {
        if (response instanceof GetItemResponse get) {
            return get.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
        }
        if (response instanceof PutItemResponse put) {
            return put.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
        }
        if (response instanceof UpdateItemResponse update) {
            return update.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
        }
        if (response instanceof DeleteItemResponse delete) {
            return delete.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
        }
        if (response instanceof QueryResponse query) {
            return query.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
        }
        if (response instanceof ScanResponse scan) {
            return scan.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
        }
        if (response instanceof BatchGetItemResponse batch) {
            return batch.toBuilder()
                    .consumedCapacity((Collection<ConsumedCapacity>) null)
                    .build();
        }
        if (response instanceof BatchWriteItemResponse batch) {
            return batch.toBuilder()
                    .consumedCapacity((Collection<ConsumedCapacity>) null)
                    .build();
        }
        if (response instanceof TransactGetItemsResponse transaction) {
            return transaction.toBuilder()
                    .consumedCapacity((Collection<ConsumedCapacity>) null)
                    .build();
        }
        if (response instanceof TransactWriteItemsResponse transaction) {
            return transaction.toBuilder()
                    .consumedCapacity((Collection<ConsumedCapacity>) null)
                    .build();
        }
        if (response instanceof ExecuteStatementResponse statement) {
            return statement.toBuilder()
                    .consumedCapacity((ConsumedCapacity) null)
                    .build();
        }
        if (response instanceof BatchExecuteStatementResponse batch) {
            return batch.toBuilder()
                    .consumedCapacity((Collection<ConsumedCapacity>) null)
                    .build();
        }
        if (response instanceof ExecuteTransactionResponse transaction) {
            return transaction.toBuilder()
                    .consumedCapacity((Collection<ConsumedCapacity>) null)
                    .build();
        }
        return response;
    }
}
