package com.example.tellybug;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The tables that the application has in DynamoDB. */
final class Tables {

    private Tables() {}

    /** Creates them in a DynamoDB that has none. */
    static void create(DynamoDbClient dynamoDb) {
        dynamoDb.createTable(table -> table.tableName(UserRepository.TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                .keySchema(key("id", KeyType.HASH)));
        dynamoDb.createTable(table -> table.tableName(VoteCounter.TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        List.of(attribute("event", ScalarAttributeType.S), attribute("choice", ScalarAttributeType.N)))
                .keySchema(List.of(key("event", KeyType.HASH), key("choice", KeyType.RANGE))));
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
