package io.github.devserver4j.cassandra;

import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.sql.SqlText;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;

/**
 * A statement and the values it was executed with. Immutable.
 *
 * @param text as the application gave it, with placeholders
 * @param literals the values as CQL literals in the order of the placeholders, those of columns with secret names masked;
 *     a placeholder that was given none is there itself
 */
public record CqlText(String text, List<String> literals) {

    String oneLine(Secrets secrets) {
        return SqlText.of(text, SqlDialect.CASSANDRA).oneLine(literals, secrets);
    }

    List<String> lines(Secrets secrets, TextStyle style) {
        return SqlText.of(text, SqlDialect.CASSANDRA).lines(literals, secrets, style);
    }
}
