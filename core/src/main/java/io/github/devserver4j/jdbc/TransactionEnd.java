package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.TraceRecorder;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * What the application asks for to end a transaction, or a part of one.
 *
 * @param text as it is shown
 */
record TransactionEnd(String text) {

    static final TransactionEnd COMMIT = new TransactionEnd("COMMIT");
    static final TransactionEnd ROLLBACK = new TransactionEnd("ROLLBACK");
    private static final TransactionEnd TO_SAVEPOINT = new TransactionEnd("ROLLBACK TO SAVEPOINT");

    static TransactionEnd toSavepoint(@Nullable TraceRecorder recorder, @Nullable Savepoint savepoint) {
        if (recorder == null || savepoint == null) {
            return TO_SAVEPOINT;
        }
        try {
            return new TransactionEnd(TO_SAVEPOINT.text + " " + savepoint.getSavepointName());
        } catch (Throwable nameless) {
            return TO_SAVEPOINT;
        }
    }

    /** Ends the whole transaction. */
    void run(@Nullable TraceRecorder recorder, Writes writes, Work work) throws SQLException {
        run(SqlStep.transaction(recorder, text, writes.possible()), work);
        writes.clear();
    }

    /** Ends a part of the transaction. */
    void runWithin(@Nullable TraceRecorder recorder, Work work) throws SQLException {
        run(SqlStep.transaction(recorder, text, true), work);
    }

    private static void run(@Nullable SqlStep step, Work work) throws SQLException {
        InFlightCall.<@Nullable Void>run(step, () -> {
            work.run();
            return null;
        });
    }

    /** {@code Connection::commit} or the like. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}
