package io.github.devserver4j.cassandra;

import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.sql.SqlText;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a {@link CassandraCall} into words. The statement and what follows it can be pasted into cqlsh together:
 *
 * <pre>
 * SELECT * FROM users WHERE id = 42
 * -- 1 row, from 127.0.0.1:9042, at com.example.UserDao.find(UserDao.java:31)
 * </pre>
 *
 * <p>A statement that fits on a line is shown whole; a longer one is laid out, and cut, as SQL is.
 */
final class CassandraCallText {

    private static final String COMMENT = "-- ";
    private static final int MAX_LINE = 100;
    private static final int BATCH_SHOWN = 10;

    /** A statement of at most this many characters is shown whole if it failed. */
    private static final int SHORT = 2_000;

    private CassandraCallText() {}

    static String summary(CassandraCall call) {
        CqlStatement statement = call.statement();
        if (statement.texts().isEmpty()) {
            return statement.type().toString();
        }
        String first = statement.texts().get(0).oneLine(call.secrets());
        return switch (statement.type()) {
            case QUERY -> first;
            case PREPARE -> "PREPARE " + first;
            default -> begin(statement.type()) + " " + first + (statement.size() > 1 ? more(statement, 1) : "");
        };
    }

    static List<String> lines(CassandraCall call, TextStyle style) {
        List<String> lines = new ArrayList<>(statement(call, style));
        call.result().warnings().forEach(warning -> lines.add(COMMENT + "warning: " + warning));
        if (call.error() != null) {
            lines.add(COMMENT + call.error());
        }
        String note = call.timing().note(CqlFacts.of(call));
        if (!note.isEmpty()) {
            lines.add(COMMENT + note);
        }
        return lines;
    }

    static String operation(CassandraCall call, TextStyle style) {
        CqlOperation operation = call.statement().operation();
        return operation(operation.type(), operation.text(), call.secrets());
    }

    static String operation(CqlStatement.Type type, String text, Secrets secrets) {
        String line = SqlText.of(text, SqlDialect.CASSANDRA).oneLine(List.of(), secrets);
        return type == CqlStatement.Type.QUERY ? line : (type.isBatch() ? begin(type) : "PREPARE") + " " + line;
    }

    private static List<String> statement(CassandraCall call, TextStyle style) {
        CqlStatement statement = call.statement();
        if (statement.type().isBatch()) {
            return batch(call, style);
        } else if (statement.texts().isEmpty()) {
            return List.of(statement.type().toString());
        }
        List<String> lines = laidOut(statement.texts().get(0), call, style);
        return statement.type() == CqlStatement.Type.PREPARE ? indented("PREPARE ", lines) : lines;
    }

    /** What is wrong with a statement is often in the part that would be cut. */
    private static List<String> laidOut(CqlText text, CassandraCall call, TextStyle style) {
        String line = text.oneLine(call.secrets());
        if (line.length() <= MAX_LINE) {
            return List.of(line);
        }
        boolean whole = call.error() != null && line.length() <= SHORT;
        return text.lines(call.secrets(), whole ? TextStyle.COMPLETE : style);
    }

    private static List<String> batch(CassandraCall call, TextStyle style) {
        CqlStatement statement = call.statement();
        int shown = style.truncateSql() ? BATCH_SHOWN : CqlStatement.MAX_TEXTS;
        List<String> lines = new ArrayList<>();
        lines.add(begin(statement.type()));
        statement.texts().stream().limit(shown).forEach(text -> {
            List<String> laidOut = new ArrayList<>(indented("  ", laidOut(text, call, style)));
            laidOut.set(laidOut.size() - 1, laidOut.get(laidOut.size() - 1) + ";");
            lines.addAll(laidOut);
        });
        if (statement.size() > Math.min(shown, statement.texts().size())) {
            lines.add("  " + COMMENT + "…"
                    + more(statement, Math.min(shown, statement.texts().size())));
        }
        lines.add("APPLY BATCH");
        return lines;
    }

    private static String begin(CqlStatement.Type type) {
        return switch (type) {
            case UNLOGGED_BATCH -> "BEGIN UNLOGGED BATCH";
            case COUNTER_BATCH -> "BEGIN COUNTER BATCH";
            default -> "BEGIN BATCH";
        };
    }

    private static String more(CqlStatement statement, int shown) {
        return " and " + (statement.size() - shown) + " more";
    }

    private static List<String> indented(String before, List<String> lines) {
        List<String> indented = new ArrayList<>(lines.size());
        for (String line : lines) {
            indented.add((indented.isEmpty() ? before : " ".repeat(before.length())) + line);
        }
        return indented;
    }
}
