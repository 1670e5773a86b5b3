package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SqlLiteralTest {

    @Test
    void stringsAreQuotedAsTheDialectReadsThem() {
        assertThat(literal("it's \\")).isEqualTo("'it''s \\'");
        assertThat(SqlLiteral.of("it's \\", SqlDialect.MYSQL)).isEqualTo("'it''s \\\\'");
        assertThat(literal('x')).isEqualTo("'x'");
        assertThat(literal(TimeUnit.DAYS)).isEqualTo("'DAYS'");
        assertThat(literal(new UUID(1, 2))).isEqualTo("'00000000-0000-0001-0000-000000000002'");
    }

    @Test
    void numbersAndTruthAreBare() {
        assertThat(literal(null)).isEqualTo("NULL");
        assertThat(literal(true)).isEqualTo("TRUE");
        assertThat(SqlLiteral.of(false, SqlDialect.SQL_SERVER)).isEqualTo("0");
        assertThat(literal(-42L)).isEqualTo("-42");
        assertThat(literal(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(literal(new BigDecimal(BigInteger.ONE, -1_000_000_000))).isEqualTo("1E+1000000000");
        assertThat(literal(1.5e300)).isEqualTo("1.5E300");
        assertThat(literal(Double.NaN)).isEqualTo("'NaN'");
        assertThat(literal(Float.NEGATIVE_INFINITY)).isEqualTo("'-Infinity'");
    }

    @Test
    @SuppressWarnings("JavaUtilDate")
    void datesAndTimesAreWrittenAsDatabasesWriteThem() {
        LocalDateTime dateTime = LocalDateTime.of(2012, 3, 5, 17, 8, 27, 123_000_000);
        assertThat(literal(Date.valueOf("2012-03-05"))).isEqualTo("'2012-03-05'");
        assertThat(literal(Time.valueOf("17:08:27"))).isEqualTo("'17:08:27'");
        assertThat(literal(Timestamp.valueOf(dateTime))).isEqualTo("'2012-03-05 17:08:27.123'");
        assertThat(literal(new java.util.Date(Timestamp.valueOf(dateTime).getTime())))
                .isEqualTo("'2012-03-05 17:08:27.123'");
        assertThat(literal(LocalDate.of(2012, 3, 5))).isEqualTo("'2012-03-05'");
        assertThat(literal(LocalTime.of(17, 0))).isEqualTo("'17:00:00'");
        assertThat(literal(dateTime)).isEqualTo("'2012-03-05 17:08:27.123'");
        assertThat(literal(dateTime.atOffset(ZoneOffset.ofHours(1)))).isEqualTo("'2012-03-05 17:08:27.123+01:00'");
        assertThat(literal(ZonedDateTime.of(dateTime, ZoneOffset.UTC))).isEqualTo("'2012-03-05 17:08:27.123+00:00'");
        assertThat(literal(Instant.EPOCH)).isEqualTo("'1970-01-01 00:00:00+00:00'");
        assertThat(literal(OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC))).isEqualTo("'01:02:03+00:00'");
    }

    @Test
    void arraysAndCollectionsAreArrayConstructors() {
        assertThat(literal(new int[] {1, 2, 3})).isEqualTo("ARRAY[1, 2, 3]");
        assertThat(literal(new Object[] {"a", null, new long[] {1}})).isEqualTo("ARRAY['a', NULL, ARRAY[1]]");
        assertThat(literal(List.of("a", "b"))).isEqualTo("ARRAY['a', 'b']");
        assertThat(literal(IntStream.range(0, 501).toArray())).endsWith(", 18, 19, ... 481 more]");
    }

    @Test
    void bytesAndStreamsAreToldByWhatTheyAre() {
        assertThat(literal(new byte[1024])).isEqualTo("<1,024 bytes>");
        assertThat(literal(new ByteArrayInputStream(new byte[9]))).isEqualTo("<InputStream>");
        assertThat(literal(new StringReader("x"))).isEqualTo("<Reader>");
        assertThat(literal(new Opaque("1,024 bytes"))).isEqualTo("<1,024 bytes>");
    }

    @Test
    void nothingOfADriverIsCalled() {
        for (Class<?> type : Arrays.asList(Blob.class, Clob.class, NClob.class, java.sql.Array.class)) {
            assertThat(literal(untouchable(type))).isEqualTo("<" + type.getSimpleName() + ">");
        }
    }

    @Test
    void objectsThatCannotBePrintedAreToldByTheirType() {
        assertThat(literal(new Failing())).isEqualTo("<Failing>");
        assertThat(literal(new Nameless())).isEqualTo("<Nameless>");
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThat(literal(itself)).isEqualTo("ARRAY[ARRAY[ARRAY[...]]]");
    }

    private static String literal(@Nullable Object value) {
        return SqlLiteral.of(value, SqlDialect.POSTGRESQL);
    }

    private static Object untouchable(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            throw new AssertionError(method);
        });
    }

    private static final class Failing {
        @Override
        public String toString() {
            throw new IllegalStateException();
        }
    }

    private static final class Nameless {
        @Override
        @SuppressWarnings({"NullAway", "ToStringReturnsNull"})
        public @Nullable String toString() {
            return null;
        }
    }
}
