package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionRequest;
import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.PartiQlText;
import io.github.devserver4j.trace.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The PartiQL statements of requests. */
final class Statements {

    private Statements() {}

    /** Whether the request's statements, or the first of several, which must be all of one sort, read. */
    static boolean read(AmazonWebServiceRequest request) {
        if (request instanceof ExecuteStatementRequest one) {
            return PartiQlText.reads(one.getStatement());
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return batch.getStatements().stream().limit(1).anyMatch(first -> PartiQlText.reads(first.getStatement()));
        }
        return request instanceof ExecuteTransactionRequest transaction
                && transaction.getTransactStatements().stream()
                        .limit(1)
                        .anyMatch(first -> PartiQlText.reads(first.getStatement()));
    }

    /** Null for a request that has none. */
    static @Nullable Asked asked(AmazonWebServiceRequest request, Secrets secrets) {
        if (request instanceof ExecuteStatementRequest one) {
            return Asked.statement(text(one.getStatement(), one.getParameters(), secrets));
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return several(
                    batch.getStatements().stream()
                            .map(one -> text(one.getStatement(), one.getParameters(), secrets))
                            .distinct()
                            .toList(),
                    batch.getStatements().size());
        }
        if (request instanceof ExecuteTransactionRequest transaction) {
            return several(
                    transaction.getTransactStatements().stream()
                            .map(one -> text(one.getStatement(), one.getParameters(), secrets))
                            .distinct()
                            .toList(),
                    transaction.getTransactStatements().size());
        }
        return null;
    }

    private static Asked several(List<String> texts, int count) {
        return Asked.statement(PartiQlText.several(texts, count));
    }

    private static String text(String statement, List<AttributeValue> parameters, Secrets secrets) {
        return PartiQlText.of(statement, Plain.of(parameters), secrets);
    }
}
