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
     * @param answered ends the call and gives what the application gets; throws nothing
     */
    static <T> CompletionStage<T> of(CompletionStage<T> stage, CassandraExchange call, UnaryOperator<T> answered) {
        return stage == null ? stage : follow(stage, answered, call::failed);
    }

    /** A stage that tells one of two listeners of its end before anybody else is told. */
    static <T> CompletionStage<T> follow(CompletionStage<T> stage, UnaryOperator<T> answered, Failure failed) {
        TracedStage<T> traced = new TracedStage<>(stage);
        stage.whenComplete((result, thrown) -> {
            if (thrown == null) {
                traced.complete(answered.apply(result));
            } else {
                failed.with(thrown);
                traced.completeExceptionally(thrown);
            }
        });
        return traced;
    }

    /** Is told of an exception; throws nothing. */
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
