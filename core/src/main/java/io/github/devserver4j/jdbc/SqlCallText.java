package io.github.devserver4j.jdbc;

import io.github.devserver4j.sql.Opaque;
import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.sql.SqlLiteral;
import io.github.devserver4j.sql.SqlText;
import io.github.devserver4j.trace.CallSiteText;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link SqlCall} into words. The statement and what follows it can be pasted into a SQL client together:
 *
 * <pre>
 * SELECT * FROM "polls_numericpoll" WHERE "polls_numericpoll"."id" = 7
 * -- 1 row, fetched in 2ms, at com.example.polls.PollDao.find(PollDao.java:57)
 * </pre>
 */
final class SqlCallText {

    private static final String COMMENT = "-- ";

    /** A statement of at most this many characters is shown whole if it failed. */
    private static final int SHORT = 2_000;

    private SqlCallText() {}

    static String summary(SqlCall call) {
        String line = text(call.statement()).oneLine(literals(call), call.secrets());
        int executions = call.statement().executions();
        return executions == 1 ? line : line + " (executed " + executions + " times)";
    }

    static List<String> lines(SqlCall call, TextStyle style) {
        List<String> lines = new ArrayList<>(text(call.statement())
                .lines(literals(call), call.secrets(), call.error() == null ? style : failed(call, style)));
        if (call.error() != null) {
            lines.add(COMMENT + call.error());
        }
        if (!call.statement().named().isEmpty()) {
            lines.add(COMMENT + "with " + named(call));
        }
        String comment = comment(call);
        if (!comment.isEmpty()) {
            lines.add(COMMENT + comment);
        }
        return lines;
    }

    /** What is wrong with a statement is often in the part that would be cut. */
    private static TextStyle failed(SqlCall call, TextStyle style) {
        return summary(call).length() <= SHORT ? TextStyle.COMPLETE : style;
    }

    static String operation(SqlCall call, TextStyle style) {
        return text(call.statement()).oneLine(List.of(), call.secrets(), style);
    }

    /** The literals of all executions that are masked. */
    static List<String> masked(SqlStatement statement, Secrets secrets) {
        SqlText text = text(statement);
        SqlDialect dialect = statement.dialect();
        List<String> masked = new ArrayList<>(text.masked(literals(statement.values(), dialect), secrets));
        for (int i = 1; i < statement.rows().size(); i++) {
            masked.addAll(text.masked(literals(statement.rows().get(i), dialect), secrets));
        }
        statement.named().forEach((name, value) -> {
            if (secrets.isSecret(name)) {
                masked.add(literal(value, dialect));
            }
        });
        return masked;
    }

    private static SqlText text(SqlStatement statement) {
        return SqlText.of(statement.text(), statement.dialect());
    }

    private static List<String> literals(SqlCall call) {
        return literals(call.statement().values(), call.statement().dialect());
    }

    private static List<String> literals(List<@Nullable Object> values, SqlDialect dialect) {
        return values.stream().map(value -> literal(value, dialect)).toList();
    }

    private static String named(SqlCall call) {
        SqlDialect dialect = call.statement().dialect();
        List<String> pairs = new ArrayList<>();
        call.statement().named().forEach((name, value) -> {
            String shown = call.secrets().isSecret(name) ? Secrets.MASK : literal(value, dialect);
            pairs.add(name + " = " + shown.replaceAll("\\R", " "));
        });
        return String.join(", ", pairs);
    }

    private static String literal(@Nullable Object value, SqlDialect dialect) {
        return SqlLiteral.of(shown(value), dialect);
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof List<?> elements && elements.stream().anyMatch(SqlCallText::isUnkept)) {
            List<@Nullable Object> shown = new ArrayList<>(elements.size());
            elements.forEach(element -> shown.add(shown(element)));
            return shown;
        }
        return value instanceof Unkept unkept ? new Opaque(unkept.text()) : value;
    }

    private static boolean isUnkept(@Nullable Object element) {
        return element instanceof Unkept || element instanceof List;
    }

    private static String comment(SqlCall call) {
        List<String> parts = new ArrayList<>();
        if (call.statement().type() == SqlStatement.Type.BATCH) {
            parts.add(batch(call.statement()));
        }
        if (call.result().rows() >= 0) {
            parts.add(counted(call.result().rows(), "row"));
        }
        if (call.result().updateCount() >= 0) {
            parts.add(counted(call.result().updateCount(), "row") + " updated");
        }
        if (call.fetchNanos() >= 1_000_000) {
            parts.add("fetched in " + call.fetchNanos() / 1_000_000 + "ms");
        }
        if (call.activity() != null) {
            parts.add(call.activity());
        }
        if (call.callSite() != null) {
            parts.add(CallSiteText.of(call.callSite(), call.callSiteAssumed()));
        }
        return String.join(", ", parts);
    }

    private static String batch(SqlStatement statement) {
        int size = statement.executions();
        if (statement.values().isEmpty() && statement.named().isEmpty()) {
            return "a batch of " + counted(size, "statement");
        }
        return "executed " + counted(size, "time") + (size > 1 ? ", first with these values" : "");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
