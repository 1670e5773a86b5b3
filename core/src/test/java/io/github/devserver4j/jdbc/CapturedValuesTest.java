package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A statement is shown with the values it ran with, whatever the application does with their objects. */
class CapturedValuesTest {

    private final RecordedTrace requests = new RecordedTrace();
    private final Connection connection = requests.tracing.wrap(RecordingRaw.of(Connection.class, new RecordingRaw()));

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void anObjectThatIsUsedAgainHasItsValueAtTheTime() throws Exception {
        StringBuilder text = new StringBuilder();
        AtomicLong number = new AtomicLong();
        Trace trace = requests.of(() -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?)")) {
                for (int i = 1; i <= 3; i++) {
                    text.append(i);
                    insert.setObject(1, text);
                    number.set(i);
                    insert.setObject(2, number);
                    insert.setObject(3, new Object[] {text});
                    insert.execute();
                }
            }
        });
        assertThat(trace.calls())
                .extracting(call -> call.summary())
                .containsExactly(
                        "INSERT INTO t VALUES ('1', '1', ARRAY['1'])",
                        "INSERT INTO t VALUES ('12', '2', ARRAY['12'])",
                        "INSERT INTO t VALUES ('123', '3', ARRAY['123'])");
        assertThat(trace.totals().get(0).summary()).isEqualTo("3 queries with 0 duplicates");
    }

    @Test
    void arraysAreComparedByContent() throws Exception {
        Trace trace = requests.of(() -> {
            for (int i = 0; i < 3; i++) {
                try (PreparedStatement select = connection.prepareStatement("SELECT ?, ?, ?")) {
                    select.setObject(1, new int[] {1, 2});
                    select.setObject(2, new Object[] {new long[] {3}, "x"});
                    select.setBytes(3, new byte[] {(byte) (i / 2)});
                    select.execute();
                }
            }
        });
        assertThat(trace.totals().get(0).summary()).isEqualTo("3 queries with 1 duplicates");
        assertThat(trace.calls().get(0).summary()).isEqualTo("SELECT ARRAY[1, 2], ARRAY[ARRAY[3], 'x'], <1 bytes>");
    }

    @Test
    void datesWithACalendarAreShownInItsZoneAsTheyAreStored() throws Exception {
        TimeZone usual = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try (Connection h2 = requests.tracing.wrap(Databases.h2()).getConnection()) {
            Databases.execute(h2, "CREATE TABLE ev (ts TIMESTAMP(9), d DATE, t TIME)");
            Instant instant = Instant.parse("2024-01-01T02:00:00.000000001Z");
            Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            SqlCall call = requests.call(() -> {
                try (PreparedStatement insert = h2.prepareStatement("INSERT INTO ev VALUES (?, ?, ?)")) {
                    insert.setTimestamp(1, Timestamp.from(instant), utc);
                    insert.setDate(2, new java.sql.Date(instant.toEpochMilli()), utc);
                    insert.setTime(3, new Time(instant.toEpochMilli()), utc);
                    insert.execute();
                }
            });
            assertThat(call.summary())
                    .isEqualTo("INSERT INTO ev VALUES ('2024-01-01 02:00:00.000000001', '2024-01-01', '02:00:00')");
            try (ResultSet stored = h2.createStatement().executeQuery("SELECT * FROM ev")) {
                assertThat(stored.next()).isTrue();
                assertThat(stored.getString(1)).isEqualTo("2024-01-01 02:00:00.000000001");
                assertThat(stored.getString(2)).isEqualTo("2024-01-01");
                assertThat(stored.getString(3)).isEqualTo("02:00:00");
            }
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @Test
    void ofLongStringsTheBeginningIsKept() throws Exception {
        Trace trace = requests.of(() -> {
            for (String end : new String[] {"a", "b", "b"}) {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                    insert.setString(1, "x".repeat(1_048_575) + end);
                    insert.execute();
                }
            }
        });
        assertThat(trace.totals().get(0).summary()).isEqualTo("3 queries with 1 duplicates");
        String shown = "INSERT INTO t VALUES ('" + "x".repeat(200) + "…' /* 1,048,576 chars */)";
        assertThat(trace.calls().get(0).summary()).isEqualTo(shown);
    }

    @Test
    void ofLongStatementsTheBeginningIsKept() throws Exception {
        String values = "(1, 'hunter2'), ".repeat(10_000);
        Trace trace = requests.of(() -> {
            try (Statement insert = connection.createStatement()) {
                insert.execute("INSERT INTO users (id, token) VALUES " + values + "(2, 'a')");
                insert.execute("INSERT INTO users (id, token) VALUES " + values + "(2, 'b')");
                insert.execute("MERGE INTO users USING (VALUES " + values + "(2, 'b')) AS s(id, token) ON id = s.id");
            }
        });
        assertThat(trace.totals().get(0).summary()).isEqualTo("3 queries with 0 duplicates");
        String shown = String.join("\n", trace.calls().get(0).lines(TextStyle.COMPLETE));
        assertThat(shown)
                .startsWith("INSERT INTO users (id, token)\nVALUES (1, '***'), (1, '***')")
                .containsPattern("-- … 160,045 characters in all, #[0-9a-f]{8}");
        assertThat(shown.length()).isLessThan(3_000);
        assertThat(String.join("\n", trace.calls().get(2).lines(TextStyle.COMPLETE)))
                .startsWith("MERGE INTO users\nUSING")
                .doesNotContain("hunter2");
    }

    @SuppressWarnings("JavaUtilDate")
    private static final class OfTheApplication extends Date {

        private final AtomicLong printed;

        OfTheApplication(AtomicLong printed) {
            this.printed = printed;
        }

        @Override
        public String toString() {
            return "printed " + printed.incrementAndGet();
        }
    }

    @Test
    void codeOfTheApplicationRunsOnlyWhileAParameterIsSet() throws Exception {
        AtomicLong printed = new AtomicLong();
        SqlCall call = requests.call(() -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT ?")) {
                select.setObject(1, new OfTheApplication(printed));
                select.execute();
            }
        });
        assertThat(call.summary()).isEqualTo("SELECT 'printed 1'");
        assertThat(call.identity()).isEqualTo(call.identity());
        assertThat(printed).hasValue(1);
    }

    @Test
    void outsideOfARequestObjectsAreNotLookedInto() throws Exception {
        AtomicLong printed = new AtomicLong();
        try (PreparedStatement select = connection.prepareStatement("SELECT ?, ?")) {
            select.setObject(1, new OfTheApplication(printed));
            select.setObject(2, List.of(1));
            SqlCall call = requests.call(select::execute);
            assertThat(call.summary()).startsWith("SELECT <OfTheApplication>, <List");
            assertThat(printed).hasValue(0);
        }
    }
}
