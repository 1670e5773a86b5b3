package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.AttributeValueUpdate;
import com.amazonaws.services.dynamodbv2.model.Condition;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.ExpressionText;
import io.github.devserver4j.dynamodb.ItemText;
import io.github.devserver4j.trace.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what requests ask for. */
final class Requests {

    private Requests() {}

    /** The one table of a request, whatever its operation; null for those with none or several. Quick. */
    static @Nullable String table(AmazonWebServiceRequest request) {
        if (request instanceof GetItemRequest get) {
            return get.getTableName();
        }
        if (request instanceof QueryRequest query) {
            return query.getTableName();
        }
        if (request instanceof PutItemRequest put) {
            return put.getTableName();
        }
        if (request instanceof UpdateItemRequest update) {
            return update.getTableName();
        }
        if (request instanceof DeleteItemRequest delete) {
            return delete.getTableName();
        }
        return request instanceof ScanRequest scan ? scan.getTableName() : Tables.table(request);
    }

    static @Nullable Object startsAfter(AmazonWebServiceRequest request) {
        if (request instanceof QueryRequest query) {
            return query.getExclusiveStartKey();
        }
        return request instanceof ScanRequest scan ? scan.getExclusiveStartKey() : null;
    }

    /** Whether two requests of one operation and table are the same but for their start and the size of their page. */
    static boolean ofOneQuery(AmazonWebServiceRequest one, AmazonWebServiceRequest other) {
        if (one instanceof QueryRequest ours && other instanceof QueryRequest theirs) {
            return Objects.equals(ours.getKeyConditionExpression(), theirs.getKeyConditionExpression())
                    && Objects.equals(ours.getFilterExpression(), theirs.getFilterExpression())
                    && Objects.equals(ours.getIndexName(), theirs.getIndexName())
                    && Objects.equals(ours.getKeyConditions(), theirs.getKeyConditions())
                    && Objects.equals(ours.getExpressionAttributeValues(), theirs.getExpressionAttributeValues());
        }
        return one instanceof ScanRequest ours
                && other instanceof ScanRequest theirs
                && Objects.equals(ours.getFilterExpression(), theirs.getFilterExpression())
                && Objects.equals(ours.getIndexName(), theirs.getIndexName())
                && Objects.equals(ours.getSegment(), theirs.getSegment())
                && Objects.equals(ours.getExpressionAttributeValues(), theirs.getExpressionAttributeValues());
    }

    static Asked asked(AmazonWebServiceRequest request, Secrets secrets) {
        ItemText items = new ItemText(secrets);
        if (request instanceof GetItemRequest get) {
            return item(get.getTableName(), get.getKey(), items, "");
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

    private static @Nullable Asked write(AmazonWebServiceRequest request, ItemText items) {
        if (request instanceof UpdateItemRequest update) {
            ExpressionText text =
                    text(items, update.getExpressionAttributeNames(), update.getExpressionAttributeValues());
            String changed = changes(update, text) + text.of(" if ", update.getConditionExpression());
            return item(update.getTableName(), update.getKey(), items, changed);
        }
        if (request instanceof DeleteItemRequest delete) {
            ExpressionText text =
                    text(items, delete.getExpressionAttributeNames(), delete.getExpressionAttributeValues());
            return item(
                    delete.getTableName(), delete.getKey(), items, text.of(" if ", delete.getConditionExpression()));
        }
        if (request instanceof PutItemRequest put) {
            ExpressionText text = text(items, put.getExpressionAttributeNames(), put.getExpressionAttributeValues());
            String item = items.of(Plain.of(put.getItem())) + text.of(" if ", put.getConditionExpression());
            return Asked.item(put.getTableName(), null, item);
        }
        return null;
    }

    /** An expression, or what came before there were any, as DynamoDBMapper makes it. */
    private static String changes(UpdateItemRequest update, ExpressionText text) {
        Map<String, AttributeValueUpdate> updates = update.getAttributeUpdates();
        if (updates == null) {
            return text.of(" ", update.getUpdateExpression());
        }
        List<String> texts = updates.entrySet().stream()
                .map(one -> text.legacy(
                        one.getKey(),
                        String.valueOf(one.getValue().getAction()),
                        List.of(Plain.of(one.getValue().getValue()))))
                .toList();
        return " " + String.join(", ", texts);
    }

    private static Asked item(String table, Map<String, AttributeValue> key, ItemText items, String more) {
        Map<String, Object> plain = Plain.of(key);
        return Asked.item(table, plain, items.of(plain) + more);
    }

    private static Asked query(QueryRequest query, ItemText items) {
        ExpressionText text = text(items, query.getExpressionAttributeNames(), query.getExpressionAttributeValues());
        String condition = query.getKeyConditionExpression() == null
                ? conditions(query.getKeyConditions(), text)
                : text.of("", query.getKeyConditionExpression());
        String filter = query.getFilterExpression() == null
                ? conditions(query.getQueryFilter(), text)
                : text.of("", query.getFilterExpression());
        return Asked.search(query.getTableName(), query.getIndexName(), condition, filter);
    }

    private static Asked scan(ScanRequest scan, ItemText items) {
        ExpressionText text = text(items, scan.getExpressionAttributeNames(), scan.getExpressionAttributeValues());
        String filter = scan.getFilterExpression() == null
                ? conditions(scan.getScanFilter(), text)
                : text.of("", scan.getFilterExpression());
        return Asked.search(scan.getTableName(), scan.getIndexName(), "", filter);
    }

    private static ExpressionText text(
            ItemText items, @Nullable Map<String, String> names, @Nullable Map<String, AttributeValue> values) {
        return new ExpressionText(items, names == null ? Map.of() : names, Plain.of(values));
    }

    private static String conditions(@Nullable Map<String, Condition> conditions, ExpressionText text) {
        if (conditions == null) {
            return "";
        }
        List<String> texts = conditions.entrySet().stream()
                .map(condition -> text.legacy(
                        condition.getKey(),
                        condition.getValue().getComparisonOperator(),
                        Plain.of(condition.getValue().getAttributeValueList())))
                .toList();
        return String.join(" AND ", texts);
    }
}
