package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.DeleteItemResult;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionResult;
import com.amazonaws.services.dynamodbv2.model.GetItemResult;
import com.amazonaws.services.dynamodbv2.model.PutItemResult;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import com.amazonaws.services.dynamodbv2.model.ScanResult;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsResult;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import com.amazonaws.services.dynamodbv2.model.UpdateItemResult;
import org.jspecify.annotations.Nullable;

/** Takes out of a result, before the application sees it, the capacity that it did not ask for. */
final class HiddenCapacity {

    private HiddenCapacity() {}

    static void in(@Nullable Object result) {
        if (result instanceof GetItemResult get) {
            get.setConsumedCapacity(null);
        } else if (result instanceof PutItemResult put) {
            put.setConsumedCapacity(null);
        } else if (result instanceof UpdateItemResult update) {
            update.setConsumedCapacity(null);
        } else if (result instanceof DeleteItemResult delete) {
            delete.setConsumedCapacity(null);
        } else if (result instanceof QueryResult query) {
            query.setConsumedCapacity(null);
        } else if (result instanceof ScanResult scan) {
            scan.setConsumedCapacity(null);
        } else if (result instanceof BatchGetItemResult batch) {
            batch.setConsumedCapacity(null);
        } else if (result instanceof BatchWriteItemResult batch) {
            batch.setConsumedCapacity(null);
        } else if (result instanceof TransactGetItemsResult transaction) {
            transaction.setConsumedCapacity(null);
        } else if (result instanceof TransactWriteItemsResult transaction) {
            transaction.setConsumedCapacity(null);
        } else if (result instanceof ExecuteStatementResult statement) {
            statement.setConsumedCapacity(null);
        } else if (result instanceof BatchExecuteStatementResult batch) {
            batch.setConsumedCapacity(null);
        } else if (result instanceof ExecuteTransactionResult transaction) {
            transaction.setConsumedCapacity(null);
        }
    }
}
