package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.PartiQlText;
import io.github.devserver4j.trace.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;

/** The PartiQL statements of requests. */
final class Statements {

    private Statements() {}

    /** Whether the request's statements, or the first of several, which must be all of one sort, read. */
    static boolean read(SdkRequest request) {
        if (request instanceof ExecuteStatementRequest one) {
            return PartiQlText.reads(one.statement());
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return batch.statements().stream().limit(1).anyMatch(first -> PartiQlText.reads(first.statement()));
        }
        return request instanceof ExecuteTransactionRequest transaction
                && transaction.transactStatements().stream()
                        .limit(1)
                        .anyMatch(first -> PartiQlText.reads(first.statement()));
    }

    /** Null for a request that has none. */
    static @Nullable Asked asked(SdkRequest request, Secrets secrets) {
        if (request instanceof ExecuteStatementRequest one) {
            return Asked.statement(text(one.statement(), one.parameters(), secrets));
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return several(
                    batch.statements().stream()
                            .map(one -> text(one.statement(), one.parameters(), secrets))
                            .distinct()
                            .toList(),
                    batch.statements().size());
        }
        if (request instanceof ExecuteTransactionRequest transaction) {
            return several(
                    transaction.transactStatements().stream()
                            .map(one -> text(one.statement(), one.parameters(), secrets))
                            .distinct()
                            .toList(),
                    transaction.transactStatements().size());
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
