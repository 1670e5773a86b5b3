package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    private static final Secrets SECRETS = Secrets.defaults();

    @Test
    void oneLineIsCompleteAndClosesItsComments() {
        SqlText text = SqlText.of("select a, b -- the */ key\n  from t\n where c = ?", SqlDialect.STANDARD);

        assertThat(text.oneLine(List.of("'it''s ?'"), SECRETS))
                .isEqualTo("SELECT a, b /* the * / key */ FROM t WHERE c = 'it''s ?'");
    }

    @Test
    void oneLineCanBeTruncated() {
        SqlText text = SqlText.of("select a, b from t", SqlDialect.STANDARD);

        assertThat(text.oneLine(List.of(), SECRETS, TextStyle.TRUNCATED)).isEqualTo("SELECT ... FROM t");
    }

    @Test
    void operationIsTheTextWithItsWhitespaceCollapsed() {
        assertThat(SqlText.of(" select  a\n from t where b = ? ", SqlDialect.STANDARD)
                        .operation())
                .isEqualTo("select a from t where b = ?");
    }

    @Test
    void aPlaceholderWithoutALiteralStays() {
        SqlText text = SqlText.of("select ?, ? , ?0", SqlDialect.STANDARD);

        assertThat(text.oneLine(List.of("1"), SECRETS)).isEqualTo("SELECT 1, ?, ?0");
    }

    @Test
    void anAggregateIsCutWhenAskedFor() {
        SqlText text = SqlText.of("select count(*) from t", SqlDialect.STANDARD);

        assertThat(text.lines(List.of(), SECRETS, new TextStyle(true, true))).containsExactly("SELECT ...", "FROM t");
    }

    @Test
    void aLiteralWithLineBreaksStaysInOnePiece() {
        SqlText text = SqlText.of("update t set a = ? where b = 1", SqlDialect.STANDARD);

        assertThat(text.lines(List.of("'x\n  y'"), SECRETS, TextStyle.COMPLETE))
                .containsExactly("UPDATE t", "SET a = 'x\n  y'", "WHERE b = 1");
    }

    @Test
    void aLongStringIsCutAndItsLengthIsTold() {
        SqlText text = SqlText.of("select 1 where a = ?", SqlDialect.STANDARD);
        String literal = SqlLiteral.of("'".repeat(1_048_576), SqlDialect.STANDARD);

        assertThat(text.oneLine(List.of(literal), SECRETS, TextStyle.TRUNCATED))
                .isEqualTo("SELECT 1 WHERE a = '" + "''".repeat(100) + "…' /* 1,048,576 chars */");
        assertThat(text.oneLine(List.of(literal), SECRETS)).endsWith(literal);
    }

    @Test
    void longStringsInTheTextAreCutWhateverTheirQuotes() {
        String x = "x".repeat(300);
        String cut = "x".repeat(200) + "…";
        assertThat(LongStrings.cut("$a$" + x + "$a$")).isEqualTo("$a$" + cut + "$a$ /* 300 chars */");
        assertThat(LongStrings.cut("E'" + x + "'")).isEqualTo("E'" + cut + "' /* 300 chars */");
        assertThat(LongStrings.cut("q'[" + x + "]'")).isEqualTo("q'[" + cut + "]' /* 300 chars */");
        assertThat(LongStrings.cut("'" + x)).isEqualTo("'" + cut + "' /* 300 chars */");
        assertThat(LongStrings.cut("ARRAY['" + x + "']")).hasSize(309);
    }

    @Test
    void aKnownStatementIsNotSplitAgain() {
        SqlText first = SqlText.of("select known", SqlDialect.H2);

        assertThat(SqlText.of("select known", SqlDialect.H2)).isSameAs(first);
        assertThat(SqlText.of("select known", SqlDialect.MYSQL)).isNotSameAs(first);
    }

    @Test
    void theCacheIsBounded() {
        SqlTextCache cache = new SqlTextCache();
        String padding = " ".repeat(5_000);
        IntStream.range(0, 500).forEach(i -> cache.get("select " + i + padding, SqlDialect.H2));
        cache.get(" ".repeat(30_000), SqlDialect.H2);

        assertThat(cache.totalLength()).isBetween(400_000, 500_000);
    }

    @Test
    void anEmptyTextHasOneEmptyLine() {
        SqlText text = SqlText.of("", SqlDialect.STANDARD);

        assertThat(text.lines(List.of(), SECRETS, TextStyle.TRUNCATED)).containsExactly("");
        assertThat(text.placeholders()).isZero();
    }
}
