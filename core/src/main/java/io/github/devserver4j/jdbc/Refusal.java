package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** Records a statement that the database refused while it was prepared, as one that was executed and failed. */
final class Refusal {

    private Refusal() {}

    /** A reading of the clock; 0 where nothing is recorded, or if that fails. */
    static long now(@Nullable TraceRecorder recorder) {
        try {
            return recorder == null ? 0 : recorder.now();
        } catch (Throwable fault) {
            Faults.report(fault);
            return 0;
        }
    }

    static void record(
            TracingConnection connection, SqlStatement.Type type, String sql, long startNanos, Throwable refused) {
        TraceRecorder recorder = connection.recorder();
        if (recorder == null) {
            return;
        }
        try {
            StatementExecutor.execution(
                            connection, connection.unaskedDialect(), recorder, type, sql, Bindings.NONE, startNanos)
                    .failed(refused);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }
}
