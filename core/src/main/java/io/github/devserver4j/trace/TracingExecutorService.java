package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Carries the request of whoever gives it a task to the thread that runs it. As thread-safe as what it wraps. */
class TracingExecutorService implements ExecutorService {

    final CurrentTrace currentTrace;
    private final ExecutorService delegate;

    TracingExecutorService(CurrentTrace currentTrace, ExecutorService delegate) {
        this.currentTrace = currentTrace;
        this.delegate = delegate;
    }

    static ExecutorService of(CurrentTrace currentTrace, ExecutorService executor) {
        return executor instanceof TracingExecutorService
                ? executor
                : new TracingExecutorService(currentTrace, executor);
    }

    @Override
    public final void execute(Runnable command) {
        delegate.execute(currentTrace.wrap(command));
    }

    @Override
    public final Future<?> submit(Runnable task) {
        return delegate.submit(currentTrace.wrap(task));
    }

    @Override
    public final <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return delegate.submit(currentTrace.wrap(task), result);
    }

    @Override
    public final <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return delegate.submit(currentTrace.wrap(task));
    }

    @Override
    public final <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
            throws InterruptedException {
        return delegate.invokeAll(TracedTask.ofAll(currentTrace, tasks));
    }

    @Override
    public final <T extends @Nullable Object> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit) throws InterruptedException {
        return delegate.invokeAll(TracedTask.ofAll(currentTrace, tasks), timeout, unit);
    }

    @Override
    public final <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return delegate.invokeAny(TracedTask.ofAll(currentTrace, tasks));
    }

    @Override
    public final <T extends @Nullable Object> T invokeAny(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return delegate.invokeAny(TracedTask.ofAll(currentTrace, tasks), timeout, unit);
    }

    @Override
    public final void shutdown() {
        delegate.shutdown();
    }

    /** The tasks that never began, as the application gave them. */
    @Override
    public final List<Runnable> shutdownNow() {
        List<Runnable> never = new ArrayList<>(delegate.shutdownNow()); // the application's to change
        never.replaceAll(TracedTask::original);
        return never;
    }

    /**
     * From JDK 19 on this is the method of the interface, and a delegate's own may differ from the interface's default:
     * the common pool is never shut down.
     */
    public final void close() throws Exception {
        if (delegate instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    @Override
    public final boolean isShutdown() {
        return delegate.isShutdown();
    }

    @Override
    public final boolean isTerminated() {
        return delegate.isTerminated();
    }

    @Override
    public final boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return delegate.awaitTermination(timeout, unit);
    }

    @Override
    public final String toString() {
        return delegate.toString();
    }
}
