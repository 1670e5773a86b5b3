package io.github.devserver4j.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;

/** An exception in one line: {@code JdbcSQLSyntaxErrorException: Table "X" not found (SQLState 42S02, code 42102)}. */
final class ErrorLine {

    /** H2 repeats the whole statement in its message; it stands above the error line already. */
    private static final String H2_STATEMENT = "; SQL statement:";

    private ErrorLine() {}

    /**
     * The line for an exception.
     *
     * @param secrets the literals of the statement that are masked, and so are in what the driver says of them
     */
    static String of(Throwable thrown, List<String> secrets) {
        StringBuilder line = new StringBuilder(thrown.getClass().getSimpleName());
        String message = message(thrown, secrets);
        if (!message.isEmpty()) {
            line.append(": ").append(message);
        }
        if (thrown instanceof SQLException error) {
            line.append(" (SQLState ").append(error.getSQLState());
            line.append(", code ").append(error.getErrorCode()).append(')');
        }
        return line.toString();
    }

    private static String message(Throwable thrown, List<String> secrets) {
        String message = secrets.isEmpty() ? thrown.getMessage() : withoutValues(thrown);
        if (message == null) {
            return "";
        }
        int statement = message.indexOf(H2_STATEMENT);
        String shown = statement < 0 ? message : message.substring(0, statement);
        return SecretTexts.masked(shown, secrets).replaceAll("\\s*\\R\\s*", " ").strip();
    }

    /**
     * The message without the parts in which PostgreSQL's driver gives values in a form of its own: the row or key
     * after the first line, and a batch's statement, which its cause is told without.
     */
    private static String withoutValues(Throwable thrown) {
        Throwable cause = thrown instanceof BatchUpdateException ? thrown.getCause() : null;
        Throwable told = cause == null ? thrown : cause;
        String message = told.getMessage();
        if (message == null) {
            return "";
        }
        boolean detailed = told.getClass().getName().startsWith("org.postgresql.");
        return detailed ? message.lines().findFirst().orElse("") : message;
    }
}
