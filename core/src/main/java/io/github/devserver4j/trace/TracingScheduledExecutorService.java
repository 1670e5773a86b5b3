package io.github.devserver4j.trace;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** As {@link TracingExecutorService}; periodic tasks are passed on as they are. As thread-safe as what it wraps. */
final class TracingScheduledExecutorService extends TracingExecutorService implements ScheduledExecutorService {

    private final ScheduledExecutorService delegate;

    private TracingScheduledExecutorService(CurrentTrace currentTrace, ScheduledExecutorService delegate) {
        super(currentTrace, delegate);
        this.delegate = delegate;
    }

    static ScheduledExecutorService of(CurrentTrace currentTrace, ScheduledExecutorService executor) {
        return executor instanceof TracingScheduledExecutorService
                ? executor
                : new TracingScheduledExecutorService(currentTrace, executor);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return delegate.schedule(currentTrace.wrap(command), delay, unit);
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return delegate.schedule(currentTrace.wrap(callable), delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return delegate.scheduleAtFixedRate(command, initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return delegate.scheduleWithFixedDelay(command, initialDelay, delay, unit);
    }
}
