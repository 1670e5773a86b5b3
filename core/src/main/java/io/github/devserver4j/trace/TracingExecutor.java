package io.github.devserver4j.trace;

import java.util.concurrent.Executor;

/** Carries the request of whoever gives it a task to the thread that runs it. As thread-safe as what it wraps. */
final class TracingExecutor implements Executor {

    private final CurrentTrace currentTrace;
    private final Executor delegate;

    private TracingExecutor(CurrentTrace currentTrace, Executor delegate) {
        this.currentTrace = currentTrace;
        this.delegate = delegate;
    }

    static Executor of(CurrentTrace currentTrace, Executor executor) {
        return executor instanceof TracingExecutor ? executor : new TracingExecutor(currentTrace, executor);
    }

    @Override
    public void execute(Runnable command) {
        delegate.execute(currentTrace.wrap(command));
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}
