package io.github.devserver4j.sql;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A statement and the lines it is to be shown in. Its placeholders are given {@code 1}, {@code 'v2'}, {@code 3} and so
 * on. Samples are written one after the other, with an empty line between them:
 *
 * <pre>
 * [H2]
 * select a from t
 * =>
 * SELECT ...
 * FROM t
 * </pre>
 */
record LayoutSample(SqlDialect dialect, String sql, String expected) {

    private static final Pattern PARTS = Pattern.compile("\\[(\\w+)]\n(.*)\n=>\n(.*)", Pattern.DOTALL);

    static Stream<LayoutSample> parse(String samples) {
        return Stream.of(samples.strip().split("\n\n")).map(LayoutSample::parseOne);
    }

    private static LayoutSample parseOne(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new LayoutSample(SqlDialect.valueOf(parts.group(1)), parts.group(2), parts.group(3));
    }

    /** All samples there are, for what must hold of any statement. */
    static Stream<LayoutSample> all() {
        return Stream.of(
                        SelectLayoutTest.samples(),
                        WriteLayoutTest.samples(),
                        OtherStatementLayoutTest.samples(),
                        CompleteLayoutTest.samples())
                .flatMap(samples -> samples);
    }

    String laidOut(TextStyle style) {
        SqlText text = SqlText.of(sql, dialect);
        return String.join("\n", text.lines(literals(text.placeholders()), Secrets.defaults(), style));
    }

    static List<String> literals(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> i % 2 == 0 ? "'v" + i + "'" : String.valueOf(i))
                .toList();
    }

    @Override
    public String toString() {
        return dialect + ": " + sql;
    }
}
