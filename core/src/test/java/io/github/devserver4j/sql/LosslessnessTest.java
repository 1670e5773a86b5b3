package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of any statement in the complete style: it is the same statement for the database. */
class LosslessnessTest {

    private static final Values AS_GIVEN = new Values(List.of(), Secrets.defaults(), false);

    static Stream<LayoutSample> samples() {
        return LayoutSample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void completeLinesAreTheInputButForWhitespaceAndCase(LayoutSample sample) {
        assertNothingIsLost(sample.sql(), sample.dialect());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void completeLinesReadBackAreTheSameTokens(LayoutSample sample) {
        assertThat(tokens(lines(sample.sql(), sample.dialect()), sample.dialect()))
                .isEqualTo(tokens(sample.sql().replace("??", "?"), sample.dialect()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void oneLineHasEveryTokenButForLineComments(LayoutSample sample) {
        String oneLine = SqlWriter.oneLine(layout(sample.sql(), sample.dialect()), AS_GIVEN);

        assertThat(withoutComments(oneLine, sample.dialect()))
                .isEqualTo(withoutComments(sample.sql().replace("??", "?"), sample.dialect()));
    }

    static void assertNothingIsLost(String sql, SqlDialect dialect) {
        assertThat(bare(lines(sql, dialect))).isEqualTo(bare(sql));
    }

    private static String lines(String sql, SqlDialect dialect) {
        return String.join("\n", SqlWriter.lines(layout(sql, dialect), AS_GIVEN));
    }

    /** As {@link SqlText} does it, but for the columns of values, so that none is masked. */
    private static List<Piece> layout(String sql, SqlDialect dialect) {
        return SqlLayout.of(Tokens.withoutWhitespace(SqlTokenizer.tokenize(sql, dialect)));
    }

    /** A doubled question mark is shown as one. */
    private static String bare(String text) {
        return text.replaceAll("\\?+", "?")
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    private static List<String> tokens(String sql, SqlDialect dialect) {
        return SqlTokenizer.tokenize(sql, dialect).stream()
                .filter(token -> token.type() != TokenType.WHITESPACE)
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .toList();
    }

    private static List<String> withoutComments(String sql, SqlDialect dialect) {
        return SqlTokenizer.tokenize(sql, dialect).stream()
                .filter(token -> token.type() != TokenType.WHITESPACE && !token.isComment())
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .toList();
    }
}
