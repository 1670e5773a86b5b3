package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a real-time listener is told once the rows are in. */
class OutcomeTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JdbcTracing tracing = JdbcTracing.create(currentTrace, Secrets.defaults());

    private final TraceListener listener = new TraceListener() {
        @Override
        public void onFinish(Trace trace) {}

        @Override
        public void onOutcome(TraceRecorder recorder, Call call) {
            told.add(String.valueOf(call.outcome()));
        }

        @Override
        public boolean realtime() {
            return true;
        }
    };

    @Test
    void theOutcomeIsToldOnceTheRowsAreReadOrClosed() throws Exception {
        TraceDispatcher dispatcher = TraceDispatcher.start(List.of(listener));
        Tracer tracer = Tracer.create(currentTrace, TraceSettings.defaults(), dispatcher);
        TraceRecorder recorder = tracer.start(new RequestLine("GET", "/", "HTTP/1.1"));
        Scope scope = currentTrace.open(recorder);
        try (Connection connection = tracing.wrap(Databases.h2().getConnection());
                Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("SELECT x FROM SYSTEM_RANGE(1, 31)");
            while (rows.next()) {
                rows.getInt(1);
            }
            rows.close();
            statement.executeQuery("SELECT x FROM SYSTEM_RANGE(1, 31)").next();
            statement.executeQuery("SELECT 'never looked into'").close();
            statement.executeQuery("SELECT 1 WHERE FALSE").next();
            statement.addBatch("SELECT 1");
            statement.clearBatch();
            statement.execute("CREATE TABLE t (id INT)");
            statement.addBatch("INSERT INTO t VALUES (1)");
            statement.addBatch("INSERT INTO t VALUES (2)");
            statement.executeBatch();
        } finally {
            scope.close();
        }
        recorder.finish(200, 0);
        dispatcher.close(); // all that is queued is told before
        assertThat(told)
                .containsExactly(
                        "Found 31 matching rows", "Found 1 matching rows", "Found 0 matching rows", "Executed 2 times");
    }
}
