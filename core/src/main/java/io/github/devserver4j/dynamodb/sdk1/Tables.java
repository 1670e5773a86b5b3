package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTimeToLiveRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateTableRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateTimeToLiveRequest;
import org.jspecify.annotations.Nullable;

/** The tables of requests that are about a table as such. Those that few applications make are shown without. */
final class Tables {

    private Tables() {}

    static @Nullable String table(AmazonWebServiceRequest request) {
        if (request instanceof DescribeTableRequest describe) {
            return describe.getTableName();
        }
        if (request instanceof CreateTableRequest create) {
            return create.getTableName();
        }
        if (request instanceof UpdateTableRequest update) {
            return update.getTableName();
        }
        if (request instanceof DeleteTableRequest delete) {
            return delete.getTableName();
        }
        if (request instanceof UpdateTimeToLiveRequest update) {
            return update.getTableName();
        }
        return request instanceof DescribeTimeToLiveRequest describe ? describe.getTableName() : null;
    }
}
