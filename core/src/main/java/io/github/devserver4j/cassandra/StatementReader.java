package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.ColumnDefinition;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.github.devserver4j.sql.LongStatements;
import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.sql.SqlText;
import io.github.devserver4j.trace.FutureCause;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what a statement says and which values it has, on devserver's thread. Remembers the secret ones among them, so
 * that they can be masked where the server repeats them. Not thread-safe, used once.
 */
final class StatementReader {

    private static final String MASK = "'" + Secrets.MASK + "'";

    private final CassandraSource source;
    private final List<String> secretLiterals = new ArrayList<>();

    StatementReader(CassandraSource source) {
        this.source = source;
    }

    CqlStatement read(CqlRequest request) {
        List<CqlText> texts = new ArrayList<>();
        int size = 1;
        Object content = request.statement();
        if (content instanceof BatchStatement batch) {
            size = batch.size();
            for (BatchableStatement<?> statement : batch) {
                if (texts.size() < CqlStatement.MAX_TEXTS) {
                    texts.add(text(statement));
                }
            }
        } else if (request.type() == CqlStatement.Type.PREPARE) {
            texts.add(text(request.text(), List.of()));
        } else {
            texts.add(text(content));
        }
        return new CqlStatement(request.type(), List.copyOf(texts), size, request.fingerprint());
    }

    /** A message of the server without the secret values of the statement. */
    String masked(String message) {
        return SecretLiterals.masked(message, secretLiterals);
    }

    /** An exception in one line, as {@link OneLine#ofThrown}, without the secret values of the statement. */
    String errorText(Throwable error) {
        Throwable thrown = FutureCause.of(error);
        try {
            String message = thrown.getMessage();
            String name = thrown.getClass().getSimpleName();
            return OneLine.of(message == null || message.isBlank() ? name : name + ": " + masked(message.strip()));
        } catch (Throwable unreadable) {
            return thrown.getClass().getSimpleName();
        }
    }

    private CqlText text(Object statement) {
        if (statement instanceof BoundStatement bound) {
            return text(bound.getPreparedStatement().getQuery(), literals(bound));
        }
        return statement instanceof SimpleStatement simple
                ? text(simple.getQuery(), literals(simple))
                : text(statement.toString(), List.of());
    }

    private CqlText text(String query, List<String> literals) {
        if (LongStatements.isLong(query)) {
            return new CqlText(LongStatements.cut(query, SqlDialect.CASSANDRA, query.hashCode()), List.of());
        }
        secretLiterals.addAll(SqlText.of(query, SqlDialect.CASSANDRA).masked(literals, source.secrets()));
        return new CqlText(query, List.copyOf(literals));
    }

    private List<String> literals(BoundStatement bound) {
        ColumnDefinitions variables = bound.getPreparedStatement().getVariableDefinitions();
        List<String> literals = new ArrayList<>(variables.size());
        List<String> names = names(bound.getPreparedStatement().getQuery());
        for (int i = 0; i < variables.size(); i++) {
            ColumnDefinition variable = variables.get(i);
            String placeholder = i < names.size() ? names.get(i) : "?";
            String literal = CqlLiterals.of(bound, i, variable.getType(), placeholder);
            literals.add(shown(variable.getName().asInternal(), literal, placeholder));
        }
        return literals;
    }

    private List<String> literals(SimpleStatement simple) {
        List<String> names = names(simple.getQuery());
        List<String> literals = new ArrayList<>(names.size());
        List<Object> positional = simple.getPositionalValues();
        Map<CqlIdentifier, Object> named = simple.getNamedValues();
        for (int i = 0; i < names.size(); i++) {
            String placeholder = names.get(i);
            CqlIdentifier id = placeholder.length() > 1 ? CqlIdentifier.fromCql(placeholder.substring(1)) : null;
            String literal = placeholder;
            if (i < positional.size()) {
                literal = CqlLiterals.of(positional.get(i), source.codecs());
            } else if (id != null && named.containsKey(id)) {
                literal = CqlLiterals.of(named.get(id), source.codecs());
            }
            literals.add(shown(id == null ? "" : id.asInternal(), literal, placeholder));
        }
        return literals;
    }

    private static List<String> names(String query) {
        return LongStatements.isLong(query)
                ? List.of()
                : SqlText.of(query, SqlDialect.CASSANDRA).placeholderNames();
    }

    private String shown(String name, String literal, String placeholder) {
        if (literal.equals(placeholder) || !source.secrets().isSecret(name)) {
            return literal;
        }
        secretLiterals.add(literal);
        return MASK;
    }
}
