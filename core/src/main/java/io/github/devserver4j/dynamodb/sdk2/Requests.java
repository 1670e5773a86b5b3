package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.ExpressionText;
import io.github.devserver4j.dynamodb.ItemText;
import io.github.devserver4j.trace.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Reads what requests ask for. */
final class Requests {

    private Requests() {}

    /** The one table of a request, whatever its operation; null for those with none or several. Quick. */
    static @Nullable String table(SdkRequest request) {
        if (request instanceof GetItemRequest get) {
            return get.tableName();
        }
        if (request instanceof QueryRequest query) {
            return query.tableName();
        }
        return request.getValueForField("TableName", String.class).orElse(null);
    }

    static @Nullable Object startsAfter(SdkRequest request) {
        if (request instanceof QueryRequest query) {
            return query.exclusiveStartKey().isEmpty() ? null : query.exclusiveStartKey();
        }
        return request instanceof ScanRequest scan && !scan.exclusiveStartKey().isEmpty()
                ? scan.exclusiveStartKey()
                : null;
    }

    /** Whether two requests of one operation and table are the same but for their start and the size of their page. */
    static boolean ofOneQuery(SdkRequest one, SdkRequest other) {
        if (one instanceof QueryRequest ours && other instanceof QueryRequest theirs) {
            return Objects.equals(ours.keyConditionExpression(), theirs.keyConditionExpression())
                    && Objects.equals(ours.filterExpression(), theirs.filterExpression())
                    && Objects.equals(ours.indexName(), theirs.indexName())
                    && ours.keyConditions().equals(theirs.keyConditions())
                    && ours.expressionAttributeValues().equals(theirs.expressionAttributeValues());
        }
        return one instanceof ScanRequest ours
                && other instanceof ScanRequest theirs
                && Objects.equals(ours.filterExpression(), theirs.filterExpression())
                && Objects.equals(ours.indexName(), theirs.indexName())
                && Objects.equals(ours.segment(), theirs.segment())
                && ours.expressionAttributeValues().equals(theirs.expressionAttributeValues());
    }

    static Asked asked(SdkRequest request, Secrets secrets) {
        ItemText items = new ItemText(secrets);
        if (request instanceof GetItemRequest get) {
            return item(get.tableName(), get.key(), items, "");
        }
        if (request instanceof QueryRequest query) {
            return query(query, items);
        }
        if (request instanceof ScanRequest scan) {
            return scan(scan, items);
        }
        Asked write = write(request, items);
        Asked several = write == null ? Batches.asked(request) : write;
        Asked statements = several == null ? Statements.asked(request, secrets) : several;
        return statements == null ? Asked.of(table(request)) : statements;
    }

    private static @Nullable Asked write(SdkRequest request, ItemText items) {
        if (request instanceof UpdateItemRequest update) {
            ExpressionText text = text(items, update.expressionAttributeNames(), update.expressionAttributeValues());
            String changes = text.of(" ", update.updateExpression()) + text.of(" if ", update.conditionExpression());
            return item(update.tableName(), update.key(), items, changes);
        }
        if (request instanceof DeleteItemRequest delete) {
            ExpressionText text = text(items, delete.expressionAttributeNames(), delete.expressionAttributeValues());
            return item(delete.tableName(), delete.key(), items, text.of(" if ", delete.conditionExpression()));
        }
        if (request instanceof PutItemRequest put) {
            ExpressionText text = text(items, put.expressionAttributeNames(), put.expressionAttributeValues());
            String item = items.of(Plain.of(put.item())) + text.of(" if ", put.conditionExpression());
            return Asked.item(put.tableName(), null, item);
        }
        return null;
    }

    private static Asked item(String table, Map<String, AttributeValue> key, ItemText items, String more) {
        Map<String, Object> plain = Plain.of(key);
        return Asked.item(table, plain, items.of(plain) + more);
    }

    private static Asked query(QueryRequest query, ItemText items) {
        ExpressionText text = text(items, query.expressionAttributeNames(), query.expressionAttributeValues());
        String condition = query.keyConditionExpression() == null
                ? conditions(query.keyConditions(), text)
                : text.of("", query.keyConditionExpression());
        String filter = query.filterExpression() == null
                ? conditions(query.queryFilter(), text)
                : text.of("", query.filterExpression());
        return Asked.search(query.tableName(), query.indexName(), condition, filter);
    }

    private static Asked scan(ScanRequest scan, ItemText items) {
        ExpressionText text = text(items, scan.expressionAttributeNames(), scan.expressionAttributeValues());
        String filter = scan.filterExpression() == null
                ? conditions(scan.scanFilter(), text)
                : text.of("", scan.filterExpression());
        return Asked.search(scan.tableName(), scan.indexName(), "", filter);
    }

    private static ExpressionText text(ItemText items, Map<String, String> names, Map<String, AttributeValue> values) {
        return new ExpressionText(items, names, Plain.of(values));
    }

    private static String conditions(Map<String, Condition> conditions, ExpressionText text) {
        List<String> texts = conditions.entrySet().stream()
                .map(condition -> text.legacy(
                        condition.getKey(),
                        condition.getValue().comparisonOperatorAsString(),
                        Plain.of(condition.getValue().attributeValueList())))
                .toList();
        return String.join(" AND ", texts);
    }
}
