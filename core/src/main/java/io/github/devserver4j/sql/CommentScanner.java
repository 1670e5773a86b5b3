package io.github.devserver4j.sql;

/**
 * Finds where comments end. As all scanners here: the methods give the index after what begins at {@code start}, or
 * {@code start} itself where nothing of that kind begins; what is never closed runs to the end of the text.
 */
final class CommentScanner {

    private final String sql;
    private final SqlDialect dialect;

    CommentScanner(String sql, SqlDialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    int lineCommentEnd(int start) {
        boolean hash = sql.charAt(start) == '#' && dialect.has(LexicalRule.HASH_COMMENTS);
        if (!hash && !isDashes(start) && !isSlashes(start)) {
            return start;
        }
        int end = start;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private boolean isDashes(int start) {
        if (!sql.startsWith("--", start)) {
            return false;
        }
        int next = start + 2;
        return !dialect.has(LexicalRule.SPACED_DASH_COMMENTS) || next == sql.length() || sql.charAt(next) <= ' ';
    }

    boolean isSlashes(int start) {
        return dialect.has(LexicalRule.SLASH_COMMENTS) && sql.startsWith("//", start);
    }

    int blockCommentEnd(int start) {
        if (dialect.has(LexicalRule.VERSION_COMMENTS)) {
            if (sql.startsWith("*/", start)) {
                return start + 2;
            }
            if (sql.startsWith("/*!", start)) {
                return versionEnd(start + 3);
            }
        }
        if (!sql.startsWith("/*", start)) {
            return start;
        }
        return dialect.has(LexicalRule.NESTED_COMMENTS) ? nestedEnd(start) : closing("*/", start + 2);
    }

    private int versionEnd(int start) {
        int end = start;
        while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int nestedEnd(int start) {
        int depth = 0;
        int i = start;
        while (i < sql.length()) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return i;
    }

    private int closing(String mark, int from) {
        int at = sql.indexOf(mark, from);
        return at < 0 ? sql.length() : at + mark.length();
    }
}
