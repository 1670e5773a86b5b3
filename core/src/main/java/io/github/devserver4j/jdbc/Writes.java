package io.github.devserver4j.jdbc;

/**
 * Whether something may have been written in the present transaction of a connection: anything but a {@code SELECT} may,
 * and so may what ran for no request. A function that writes while it is selected is taken for a reader. As little
 * thread-safe as the connection.
 */
final class Writes {

    private static final String SELECT = "select";

    private boolean possible;
    private boolean manual;

    boolean possible() {
        return possible;
    }

    /** Something is executed that nobody looks at, or that writes. */
    void add() {
        possible = true;
    }

    /** A statement is executed. */
    void add(SqlStatement.Type type, String sql) {
        possible |= type == SqlStatement.Type.BATCH || type == SqlStatement.Type.CALL || !isSelect(sql);
    }

    /** The transaction has ended. */
    void clear() {
        possible = false;
    }

    /** What ran by itself before is no part of the transaction that begins; with it on, there is none. */
    void autoCommit(boolean on) {
        if (on || !manual) {
            possible = false;
        }
        manual = !on;
    }

    private static boolean isSelect(String sql) {
        int start = 0;
        while (start < sql.length()) {
            char next = sql.charAt(start);
            if (next == '/' && sql.startsWith("/*", start)) {
                int end = sql.indexOf("*/", start + 2); // a comment within a comment only makes it no SELECT
                start = end < 0 ? sql.length() : end + 2;
            } else if (next <= ' ' || next == '(') {
                start++;
            } else {
                return sql.regionMatches(true, start, SELECT, 0, SELECT.length());
            }
        }
        return false;
    }
}
