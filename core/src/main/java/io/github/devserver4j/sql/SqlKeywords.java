package io.github.devserver4j.sql;

import java.util.Set;

/**
 * Which words are written in upper case: those that are reserved nearly everywhere, and others where they stand in a
 * phrase. A word that may well be a column ({@code key}, {@code first}, {@code rows}) is left alone elsewhere.
 */
final class SqlKeywords {

    private static final Set<String> RESERVED = words("""
            ALL ALTER AND ANY APPLY AS ASC BETWEEN BY CALL CASE CAST CHECK COLLATE CONSTRAINT CREATE CROSS DEFAULT
            DELETE DESC DISTINCT DROP ELSE END ESCAPE EXCEPT EXISTS EXPLAIN FALSE FETCH FOR FOREIGN FROM FULL GRANT
            GROUP HAVING ILIKE IN INNER INSERT INTERSECT INTO IS JOIN LATERAL LEFT LIKE LIMIT MERGE MINUS NATURAL NOT
            NULL OFFSET ON OR ORDER OUTER OVER PRIMARY QUALIFY REFERENCES REGEXP RETURNING REVOKE RIGHT RLIKE ROLLBACK SELECT SET
            SOME STRAIGHT_JOIN TABLE THEN TO TRUE TRUNCATE UNION UNIQUE UPDATE USING VALUES WHEN WHERE WINDOW WITH XOR""");

    private static final Set<String> PHRASES = phrases("""
            FETCH FIRST,FETCH NEXT,NULLS FIRST,NULLS LAST,ROWS ONLY,ROW ONLY,ROWS FETCH,ROW FETCH,ROWS WITH,WITH TIES,
            ROWS BETWEEN,ROWS UNBOUNDED,ROWS CURRENT,RANGE BETWEEN,RANGE UNBOUNDED,GROUPS BETWEEN,BETWEEN UNBOUNDED,
            BETWEEN CURRENT,AND UNBOUNDED,AND CURRENT,UNBOUNDED PRECEDING,UNBOUNDED FOLLOWING,CURRENT ROW,PARTITION BY,
            WITHIN GROUP,PRIMARY KEY,FOREIGN KEY,DUPLICATE KEY,ON DUPLICATE,ON CONFLICT,CONFLICT DO,CONFLICT ON,
            DO NOTHING,DO UPDATE,FOR NO,NO KEY,KEY UPDATE,FOR KEY,KEY SHARE,FOR SHARE,SKIP LOCKED,UPDATE SKIP,
            SHARE SKIP,UPDATE NOWAIT,SHARE NOWAIT,WITH RECURSIVE,AS MATERIALIZED,NOT MATERIALIZED,WHEN MATCHED,
            NOT MATCHED,MATCHED THEN,MATCHED AND,START WITH,CONNECT BY,REPLACE INTO,CREATE INDEX,UNIQUE INDEX,
            CREATE VIEW,CREATE SEQUENCE,CREATE SCHEMA,CREATE USER,CREATE ROLE,CREATE TEMPORARY,TEMPORARY TABLE,
            ALTER COLUMN,ALTER USER,ALTER ROLE,ALTER SEQUENCE,ADD COLUMN,ADD CONSTRAINT,DROP COLUMN,DROP CONSTRAINT,
            DROP INDEX,DROP VIEW,DROP SEQUENCE,DROP SCHEMA,IF EXISTS,IF NOT,ON COMMIT,DELETE CASCADE,UPDATE CASCADE,
            OR REPLACE,EXPLAIN ANALYZE,EXPLAIN VERBOSE,SIMILAR TO,SELECT TOP,DISTINCT TOP,BY PRIOR,AS OF,IDENTIFIED BY,SET TRANSACTION""");

    /** Reserved words that begin or belong to the body of a view or a common table expression. */
    private static final Set<String> AFTER_AS = Set.of("SELECT", "WITH", "VALUES", "NOT", "TABLE", "INSERT", "UPDATE");

    private SqlKeywords() {}

    /** Whether the word is reserved, and so cannot name a column by itself. */
    static boolean isReserved(Token token) {
        return RESERVED.contains(token.word());
    }

    /** Whether {@code token} is a keyword between these neighbours. */
    static boolean isKeyword(Token previous, Token token, Token next) {
        if (token.word().isEmpty() || previous.isPunctuation('.') || next.isPunctuation('.')) {
            return false;
        }
        if (isReserved(token)) {
            return !previous.is("AS") || AFTER_AS.contains(token.word());
        }
        return isRowCount(previous, token)
                || isPhrase(previous, token)
                || isPhrase(token, next)
                || (isStatement(token) && previous.isNone());
    }

    private static boolean isPhrase(Token first, Token second) {
        return !first.word().isEmpty()
                && !second.word().isEmpty()
                && PHRASES.contains(first.word() + ' ' + second.word());
    }

    private static boolean isRowCount(Token previous, Token token) {
        return previous.isLiteral() && (token.is("ROWS") || token.is("ROW"));
    }

    private static boolean isStatement(Token token) {
        return token.is("REPLACE") || token.is("BEGIN") || token.is("COMMIT") || token.is("ANALYZE");
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    private static Set<String> phrases(String text) {
        return Set.of(text.strip().split(",\\s*"));
    }
}
