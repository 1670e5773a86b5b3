package io.github.devserver4j.spring.task;

import io.github.devserver4j.trace.CurrentTrace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a thread pool, with all that can be asked of one, and lets its tasks keep their request. Has no threads of
 * its own. As thread-safe as the pool.
 */
final class RequestThreadPool extends ThreadPoolExecutor {

    private final ThreadPoolExecutor pool;
    private final CurrentTrace currentTrace;

    /** The pool, for all but {@link #execute}. */
    private final ExecutorService tasks;

    RequestThreadPool(ThreadPoolExecutor pool, CurrentTrace currentTrace) {
        super(0, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        this.pool = pool;
        this.currentTrace = currentTrace;
        this.tasks = currentTrace.wrap((ExecutorService) pool);
    }

    @Override
    public void execute(Runnable command) {
        Runnable kept = currentTrace.wrap(command);
        pool.execute(kept.equals(command) ? command : new Given(command, kept));
    }

    /** The tasks that never began, as the application gave them. */
    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> never = new ArrayList<>(tasks.shutdownNow());
        never.replaceAll(task -> task instanceof Given given ? given.task : task);
        return never;
    }

    @Override
    public boolean remove(Runnable task) {
        for (Runnable queued : pool.getQueue()) {
            if (queued instanceof Given given && given.task.equals(task)) {
                return pool.remove(queued);
            }
        }
        return pool.remove(task);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return tasks.submit(task);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return tasks.submit(task, result);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return tasks.submit(task);
    }

    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> all)
            throws InterruptedException {
        return tasks.invokeAll(all);
    }

    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> all, long timeout, TimeUnit unit) throws InterruptedException {
        return tasks.invokeAll(all, timeout, unit);
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> all)
            throws InterruptedException, ExecutionException {
        return tasks.invokeAny(all);
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> all, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return tasks.invokeAny(all, timeout, unit);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return pool.awaitTermination(timeout, unit);
    }

    @Override
    public void shutdown() {
        pool.shutdown();
    }

    @Override
    public boolean isShutdown() {
        return pool.isShutdown();
    }

    @Override
    public boolean isTerminating() {
        return pool.isTerminating();
    }

    @Override
    public boolean isTerminated() {
        return pool.isTerminated();
    }

    @Override
    public void setThreadFactory(ThreadFactory threadFactory) {
        pool.setThreadFactory(threadFactory);
    }

    @Override
    public ThreadFactory getThreadFactory() {
        return pool.getThreadFactory();
    }

    @Override
    public void setRejectedExecutionHandler(RejectedExecutionHandler handler) {
        pool.setRejectedExecutionHandler(handler);
    }

    @Override
    public RejectedExecutionHandler getRejectedExecutionHandler() {
        return pool.getRejectedExecutionHandler();
    }

    @Override
    public void setCorePoolSize(int corePoolSize) {
        pool.setCorePoolSize(corePoolSize);
    }

    @Override
    public int getCorePoolSize() {
        return pool.getCorePoolSize();
    }

    @Override
    public boolean prestartCoreThread() {
        return pool.prestartCoreThread();
    }

    @Override
    public int prestartAllCoreThreads() {
        return pool.prestartAllCoreThreads();
    }

    @Override
    public boolean allowsCoreThreadTimeOut() {
        return pool.allowsCoreThreadTimeOut();
    }

    @Override
    public void allowCoreThreadTimeOut(boolean value) {
        pool.allowCoreThreadTimeOut(value);
    }

    @Override
    public void setMaximumPoolSize(int maximumPoolSize) {
        pool.setMaximumPoolSize(maximumPoolSize);
    }

    @Override
    public int getMaximumPoolSize() {
        return pool.getMaximumPoolSize();
    }

    @Override
    public void setKeepAliveTime(long time, TimeUnit unit) {
        pool.setKeepAliveTime(time, unit);
    }

    @Override
    public long getKeepAliveTime(TimeUnit unit) {
        return pool.getKeepAliveTime(unit);
    }

    @Override
    public BlockingQueue<Runnable> getQueue() {
        return pool.getQueue();
    }

    @Override
    public void purge() {
        pool.purge();
    }

    @Override
    public int getPoolSize() {
        return pool.getPoolSize();
    }

    @Override
    public int getActiveCount() {
        return pool.getActiveCount();
    }

    @Override
    public int getLargestPoolSize() {
        return pool.getLargestPoolSize();
    }

    @Override
    public long getTaskCount() {
        return pool.getTaskCount();
    }

    @Override
    public long getCompletedTaskCount() {
        return pool.getCompletedTaskCount();
    }

    @Override
    public String toString() {
        return pool.toString();
    }

    /** A task that waits for a thread, by which the application can find it. */
    private static final class Given implements Runnable {
        private final Runnable task;
        private final Runnable kept;

        Given(Runnable task, Runnable kept) {
            this.task = task;
            this.kept = kept;
        }

        @Override
        public void run() {
            kept.run();
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }
}
