package io.github.devserver4j.dynamodb.sdk1;

import static com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity.TOTAL;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import org.jspecify.annotations.Nullable;

/** Asks DynamoDB for the capacity that a request consumes. The SDK has no common type for the requests that can ask. */
final class RequestedCapacity {

    private RequestedCapacity() {}

    /** The request itself, if it asks already or can't; or else a copy that asks. */
    static AmazonWebServiceRequest askedBy(AmazonWebServiceRequest request) {
        if (request instanceof GetItemRequest get && isUnasked(get.getReturnConsumedCapacity())) {
            return get.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof PutItemRequest put && isUnasked(put.getReturnConsumedCapacity())) {
            return put.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof UpdateItemRequest update && isUnasked(update.getReturnConsumedCapacity())) {
            return update.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof DeleteItemRequest delete && isUnasked(delete.getReturnConsumedCapacity())) {
            return delete.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof QueryRequest query && isUnasked(query.getReturnConsumedCapacity())) {
            return query.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof ScanRequest scan && isUnasked(scan.getReturnConsumedCapacity())) {
            return scan.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof BatchGetItemRequest batch && isUnasked(batch.getReturnConsumedCapacity())) {
            return batch.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof BatchWriteItemRequest batch && isUnasked(batch.getReturnConsumedCapacity())) {
            return batch.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof TransactGetItemsRequest transaction
                && isUnasked(transaction.getReturnConsumedCapacity())) {
            return transaction.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof TransactWriteItemsRequest transaction
                && isUnasked(transaction.getReturnConsumedCapacity())) {
            return transaction.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof ExecuteStatementRequest statement && isUnasked(statement.getReturnConsumedCapacity())) {
            return statement.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof BatchExecuteStatementRequest batch && isUnasked(batch.getReturnConsumedCapacity())) {
            return batch.clone().withReturnConsumedCapacity(TOTAL);
        }
        if (request instanceof ExecuteTransactionRequest transaction
                && isUnasked(transaction.getReturnConsumedCapacity())) {
            return transaction.clone().withReturnConsumedCapacity(TOTAL);
        }
        return request;
    }

    private static boolean isUnasked(@Nullable String returnConsumedCapacity) {
        return returnConsumedCapacity == null || returnConsumedCapacity.equals("NONE");
    }
}
