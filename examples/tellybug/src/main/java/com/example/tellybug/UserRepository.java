package com.example.tellybug;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Users on their way from Cassandra to DynamoDB: each is moved when it is first read. */
final class UserRepository {

    static final String TABLE = "tellybug_users";
    static final String SELECT = "SELECT name FROM users WHERE id = :id";

    private final DynamoDbClient dynamoDb;
    private final CqlSession cassandra;

    UserRepository(DynamoDbClient dynamoDb, CqlSession cassandra) {
        this.dynamoDb = dynamoDb;
        this.cassandra = cassandra;
    }

    /** The user with this id, or null. */
    @Nullable
    User find(String id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        request -> request.tableName(TABLE).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
        AttributeValue name = item.get("name");
        return name == null ? moved(id) : new User(id, name.s());
    }

    private @Nullable User moved(String id) {
        Row row = cassandra
                .execute(SimpleStatement.newInstance(SELECT, Map.of("id", id)))
                .one();
        if (row == null) {
            return null;
        }
        User user = new User(id, String.valueOf(row.getString("name")));
        dynamoDb.putItem(request -> request.tableName(TABLE)
                .item(Map.of("id", AttributeValue.fromS(id), "name", AttributeValue.fromS(user.name()))));
        return user;
    }
}
