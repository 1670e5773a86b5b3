package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Nothing of ours breaks the application, whatever happens to us. */
class HostSafetyTest {

    @Test
    void aClockThatThrowsDoesNotReachTheApplication() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        TraceSettings settings = new TraceSettings(
                () -> {
                    if (broken.get()) {
                        throw new IllegalStateException("our own fault");
                    }
                    return 0;
                },
                10,
                CallSites.off());
        try (RecordedTrace requests = new RecordedTrace(settings)) {
            TraceRecorder recorder = requests.start();
            requests.within(recorder, () -> {
                broken.set(true);
                work(requests.tracing.wrap(Databases.h2()).getConnection());
                broken.set(false);
                Connection connection = requests.tracing.wrap(Databases.h2()).getConnection();
                try (PreparedStatement select = connection.prepareStatement("SELECT 1")) {
                    ResultSet rows = select.executeQuery();
                    broken.set(true);
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.next()).isFalse();
                    rows.close();
                }
                connection.close();
            });
            broken.set(false);
            requests.finish(recorder);
        }
    }

    /** A value whose methods throw, as an application may have. */
    private static final class HostileDate extends Date {
        @Override
        public Object clone() {
            throw new IllegalStateException("can't be cloned");
        }
    }

    private static final class HostileValue {
        @Override
        public String toString() {
            throw new IllegalStateException("can't be printed");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("has no hash");
        }
    }

    @Test
    void hostileValuesDoNotBreakTheApplicationNorTheTrace() throws Exception {
        Connection driver = RecordingRaw.of(Connection.class, new RecordingRaw());
        try (RecordedTrace requests = new RecordedTrace()) {
            SqlCall call = requests.call(() -> {
                PreparedStatement select = requests.tracing.wrap(driver).prepareStatement("SELECT ?, ?");
                select.setObject(1, new HostileValue());
                select.setObject(2, new HostileDate());
                select.executeQuery();
            });
            assertThat(call.statement().values().get(0)).hasToString("HostileValue");
            assertThat(call.summary()).isNotEmpty();
        }
    }

    @Test
    void p6spyIsNeitherConfiguredNorWritesItsLog() throws Exception {
        try (ClassRecorder classes = ClassRecorder.ofClassPath()) {
            classes.loadClass(Host.class.getName()).getMethod("run").invoke(null);
            assertThat(classes.loaded())
                    .contains("com.p6spy.engine.wrapper.ConnectionWrapper")
                    .noneMatch(name -> name.startsWith("com.p6spy.engine.spy.") || name.endsWith("P6LogQuery"));
        }
        assertThat(Files.exists(Path.of("spy.log"))).isFalse();
    }

    /** An application in a class loader of its own. */
    public static final class Host {

        private Host() {}

        public static void run() throws Exception {
            try (RecordedTrace requests = new RecordedTrace()) {
                requests.of(() -> work(requests.tracing.wrap(Databases.h2()).getConnection()));
            }
        }
    }

    private static void work(Connection connection) throws Exception {
        Databases.execute(connection, "CREATE TABLE t (id INT)", "INSERT INTO t VALUES (1)");
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM t WHERE id = ?")) {
            select.setInt(1, 1);
            ResultSet rows = select.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
            select.addBatch();
            select.clearBatch();
        }
        connection.commit();
        connection.close();
    }
}
