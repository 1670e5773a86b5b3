package io.github.devserver4j.cassandra;

import io.github.devserver4j.trace.Faults;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the driver's stage: ends when and as that does, with the very same exception and on the same thread, after
 * its call was recorded. Of the driver's own stage the application's functions would run first, and may end the request;
 * and the pages after the first could not be seen. Cancelling it cancels the driver's.
 */
final class TracedStage<T> extends CompletableFuture<T> {

    private final CompletionStage<T> stage;

    private TracedStage(CompletionStage<T> stage) {
        this.stage = stage;
    }

    /**
     * A stage for the answer to a call.
     *
     * @param answered ends the call and gives what the application gets
     */
    static <T> CompletionStage<T> of(CompletionStage<T> stage, CassandraExchange call, UnaryOperator<T> answered) {
        return stage == null ? stage : follow(stage, result -> ended(call, result, answered), call::failed);
    }

    private static <T> T ended(CassandraExchange call, T result, UnaryOperator<T> answered) {
        try {
            return answered.apply(result);
        } finally {
            call.end(); // where a fault has kept it from that
        }
    }

    /** A stage that tells one of two listeners of its end before anybody else is told. */
    static <T> CompletionStage<T> follow(CompletionStage<T> stage, UnaryOperator<T> answered, Failure failed) {
        TracedStage<T> traced = new TracedStage<>(stage);
        stage.whenComplete((result, thrown) -> {
            if (thrown == null) {
                traced.complete(toldOf(result, answered));
            } else {
                tell(thrown, failed);
                traced.completeExceptionally(thrown);
            }
        });
        return traced;
    }

    private static void tell(Throwable thrown, Failure failed) {
        try {
            failed.with(thrown);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The driver's own result, if an older driver lacks what is read of it. */
    private static <T> T toldOf(T result, UnaryOperator<T> answered) {
        try {
            return answered.apply(result);
        } catch (Throwable fault) {
            Faults.report(fault);
            return result;
        }
    }

    /** Is told of an exception. */
    interface Failure {
        void with(Throwable thrown);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!isDone()) {
            try {
                stage.toCompletableFuture().cancel(mayInterruptIfRunning);
            } catch (UnsupportedOperationException noFuture) {
                Faults.report(noFuture);
            }
        }
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public String toString() {
        @Nullable CompletionStage<T> driver = stage;
        return String.valueOf(driver);
    }
}
