package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTokenizerTest {

    private static final List<String> FRAGMENTS = List.of(
            "'",
            "\"",
            "`",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "?",
            "??",
            "??|",
            "?1",
            "$",
            "$$",
            "$a$",
            "$1",
            "--",
            "#",
            "/*",
            "*/",
            "/*!",
            "/*!40001",
            "\\",
            "\n",
            "\r\n",
            " ",
            "\t",
            "q'[",
            "]'",
            "N'",
            "E'",
            "U&'",
            "x",
            "select",
            "été",
            "\ud83d\ude00",
            "1.5e10",
            "1e",
            ".5",
            "0x1F",
            "::",
            ":a",
            "@b",
            "@@c",
            ";",
            ",",
            ".",
            "->>",
            "and",
            "between",
            "case",
            "end",
            "from",
            "values",
            "in",
            "(select",
            "insert into t",
            "password",
            "=",
            "identified by");

    @ParameterizedTest
    @EnumSource
    void tokensPutTogetherAreTheInput(SqlDialect dialect) {
        Random random = new Random(42);
        for (int i = 0; i < 3_000; i++) {
            String sql = randomSql(random);
            assertThat(text(SqlTokenizer.tokenize(sql, dialect))).isEqualTo(sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMixOfTokensIsLostOrThrows(SqlDialect dialect) {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            String sql = randomSql(random);
            LosslessnessTest.assertNothingIsLost(sql, dialect);
            assertThatCode(() -> ColumnNames.assign(Tokens.withoutWhitespace(SqlTokenizer.tokenize(sql, dialect))))
                    .as(sql)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsThePlaceholdersBetweenWholeTokens(SqlDialect dialect) {
        Random random = new Random(1);
        List<String> safe = List.of("? ", "'?''?' ", "\"?\" ", "/* ? */ ", "-- ?\n", "a ", "( ", ") ", "1.5 ", ", ");
        for (int i = 0; i < 500; i++) {
            String sql = random.ints(20, 0, safe.size()).mapToObj(safe::get).collect(Collectors.joining());
            long expected = sql.replaceAll("'\\?''\\?'|\"\\?\"|/\\* \\? \\*/|-- \\?\n", "")
                    .chars()
                    .filter(c -> c == '?')
                    .count();
            assertThat(SqlText.of(sql, dialect).placeholders()).as(sql).isEqualTo((int) expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "STANDARD ¦ 'a?' ? 'it''s ?' \"?\" `?` ¦ 1",
                "STANDARD ¦ '\\' ? '\\' ¦ 1",
                "MYSQL ¦ '\\' ? ' ? ¦ 1",
                "MYSQL ¦ \"\\\"?\" ? ¦ 1",
                "MYSQL ¦ a # ? ¦ 0",
                "MYSQL ¦ 5--? ¦ 1",
                "MYSQL ¦ a -- ? ¦ 0",
                "MYSQL ¦ /*!80000 ? */ ? ¦ 2",
                "POSTGRESQL ¦ '\\' ? E'\\'?' ¦ 1",
                "POSTGRESQL ¦ a[?] [ ? ] ¦ 2",
                "POSTGRESQL ¦ a #> ? # ? ¦ 2",
                "POSTGRESQL ¦ $$?$$ $a$ ? $$ $b$ $a$ ? $1 ¦ 1",
                "POSTGRESQL ¦ a ?? ? and b ??| ? and c ??& ? ¦ 3",
                "POSTGRESQL ¦ /* ? /* ? */ ? */ ? ¦ 1",
                "POSTGRESQL ¦ ?::jsonb ¦ 1",
                "ORACLE ¦ /* ? /* ? */ ? ¦ 1",
                "ORACLE ¦ q'[it's ?]' q'(?)' nq'!?!' ? ¦ 1",
                "ORACLE ¦ a.faq'?' ¦ 0",
                "H2 ¦ $$?$$ ? ¦ 1",
                "H2 ¦ ?1 ?2 ?1 ¦ 2",
                "H2 ¦ /* /* */ ? */ ? ¦ 1",
                "SQL_SERVER ¦ [?] [a]]?] ? #a @b ¦ 1",
                "SQL_SERVER ¦ N'?' ? ¦ 1",
                "STANDARD ¦ {? = call f(?, ?)} ¦ 3",
                "STANDARD ¦ {d '?'} {fn now(?)} ¦ 1",
                "STANDARD ¦ X'?' B'?' U&'?' U&\"?\" ? ¦ 1",
                "STANDARD ¦ '? ¦ 0",
                "STANDARD ¦ /* ? ¦ 0",
                "STANDARD ¦ foo$?$ ¦ 1",
                "CASSANDRA ¦ a = :b AND c = :\"D\" AND e = :b LIMIT :n ¦ 4",
                "CASSANDRA ¦ {'a':b, 'c' : :d, :e: :f, ?:?, g:'h'} ¦ 5",
                "CASSANDRA ¦ {'a'::b} [:c, {d: e}] :f ¦ 3",
                "CASSANDRA ¦ ':a' \":b\" $$ :c ? $$ // :d ? ¦ 0",
                "CASSANDRA ¦ /* :a */ :b a//? ¦ 1",
                "CASSANDRA ¦ 'it''s :a' ? a[?] /1 ¦ 2",
                "CASSANDRA ¦ a=:b AND c>=:d AND e=-:f AND g = {'h'::i} ¦ 4",
                "POSTGRESQL ¦ a//? ¦ 1",
            })
    void placeholdersAreFoundWhereTheDatabaseFindsThem(SqlDialect dialect, String sql, int expected) {
        assertThat(SqlText.of(sql, dialect).placeholders()).isEqualTo(expected);
    }

    @Test
    void namesNumbersAndOperatorsAreToldApart() {
        List<Token> tokens = SqlTokenizer.tokenize("a.b1>=1.5e+3::text||été$1-.5", SqlDialect.POSTGRESQL);

        assertThat(tokens.stream().map(Token::text))
                .containsExactly("a", ".", "b1", ">=", "1.5e+3", "::", "text", "||", "été$1", "-", ".5");
    }

    @Test
    void aMegabyteIsSplitAndLaidOut() {
        String list = IntStream.range(0, 150_000).mapToObj(i -> "?").collect(Collectors.joining(", "));
        for (String sql : List.of(
                "select a from t where a in (" + list + ")",
                "(a and ".repeat(150_000),
                "select (1 ".repeat(100_000),
                "((a = ? or ".repeat(100_000),
                "/*".repeat(500_000),
                "$a$b$".repeat(200_000),
                "-- a\n".repeat(200_000),
                "case when a ".repeat(80_000),
                "/* a */".repeat(150_000))) {
            LosslessnessTest.assertNothingIsLost(sql, SqlDialect.POSTGRESQL);
            assertThat(SqlText.of(sql, SqlDialect.POSTGRESQL).lines(List.of(), Secrets.defaults(), TextStyle.TRUNCATED))
                    .isNotEmpty();
        }
    }

    private static String randomSql(Random random) {
        return random.ints(random.nextInt(25), 0, FRAGMENTS.size())
                .mapToObj(i -> FRAGMENTS.get(i) + (random.nextBoolean() ? " " : ""))
                .collect(Collectors.joining());
    }

    private static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }
}
