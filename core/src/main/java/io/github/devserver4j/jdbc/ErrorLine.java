package io.github.devserver4j.jdbc;

import java.sql.SQLException;

/** An exception in one line: {@code JdbcSQLSyntaxErrorException: Table "X" not found (SQLState 42S02, code 42102)}. */
final class ErrorLine {

    /** H2 repeats the whole statement in its message; it stands above the error line already. */
    private static final String H2_STATEMENT = "; SQL statement:";

    private ErrorLine() {}

    static String of(Throwable thrown) {
        StringBuilder line = new StringBuilder(thrown.getClass().getSimpleName());
        String message = message(thrown);
        if (!message.isEmpty()) {
            line.append(": ").append(message);
        }
        if (thrown instanceof SQLException error) {
            line.append(" (SQLState ").append(error.getSQLState());
            line.append(", code ").append(error.getErrorCode()).append(')');
        }
        return line.toString();
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null) {
            return "";
        }
        int statement = message.indexOf(H2_STATEMENT);
        return (statement < 0 ? message : message.substring(0, statement))
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }
}
