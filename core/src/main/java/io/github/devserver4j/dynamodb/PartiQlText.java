package io.github.devserver4j.dynamodb;

import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.sql.SqlText;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes PartiQL statements on one line, with their parameters filled in and secrets masked. */
public final class PartiQlText {

    /** A field of a struct, which SQL does not have: {@code 'token': 'abc'}. */
    private static final Pattern FIELD =
            Pattern.compile("(['\"])((?:(?!\\1).)*+)\\1(\\s*+:\\s*+)('(?:[^']|'')*+'|\"[^\"]*+\"|[^,}\\]\\s]++)");

    private PartiQlText() {}

    /** Whether a statement reads, and does not write. */
    public static boolean reads(String statement) {
        return statement.stripLeading().regionMatches(true, 0, "SELECT", 0, 6);
    }

    /** One statement; its parameters are plain values. */
    public static String of(String statement, List<Object> parameters, Secrets secrets) {
        ItemText items = new ItemText(secrets);
        List<String> literals =
                parameters.stream().map(value -> literal(value, items)).toList();
        String filled = SqlText.of(statement, SqlDialect.STANDARD).oneLine(literals, secrets);
        Matcher field = FIELD.matcher(filled);
        return OneLine.of(field.replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                + found.group(2)
                + found.group(1)
                + found.group(3)
                + (secrets.isSecret(found.group(2)) ? Secrets.MASK : found.group(4)))));
    }

    private static String literal(Object value, ItemText items) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : items.of(value);
    }

    /** Statements sent together, by the text of those that differ. */
    public static String several(List<String> distinct, int count) {
        String first = distinct.isEmpty() ? "" : distinct.get(0);
        return count == 1 ? first : Units.counted(count, "statement") + ", first " + first;
    }
}
