package io.github.devserver4j.jetty.runserver.reload;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops the contexts that were replaced, when their last request is over, and looks whether their class loaders are collected.
 * Thread-safe; works on a daemon thread of its own.
 */
final class Retirement implements AutoCloseable {

    /** Endless answers, such as server-sent events, must not let contexts pile up. */
    private static final int MOST_WAITING = 3;

    private static final int PATIENCE_SECONDS = 30;
    private static final int LOOK_AFTER_SECONDS = 5;
    /** Idle threads of the server may each keep one, until they work again or end. */
    private static final int LEAK_FROM = 12;

    private final ReloadingHandler handler;
    private final Consumer<String> told;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<WeakReference<ClassLoader>> loaders = new CopyOnWriteArrayList<>();
    private boolean looking;
    private boolean leakTold;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "devserver-retire");
        daemon.setDaemon(true);
        return daemon;
    });

    Retirement(ReloadingHandler handler, Consumer<String> told) {
        this.handler = handler;
        this.told = told;
    }

    void retire(Generation old) {
        Once stop = new Once(() -> thread.execute(() -> stop(old)));
        synchronized (this) {
            waiting.add(stop);
            if (waiting.size() > MOST_WAITING) {
                waiting.remove().run();
            }
        }
        old.retire(() -> {
            synchronized (this) {
                waiting.remove(stop);
            }
            stop.run();
        });
        Future<?> unused = thread.schedule(stop, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes what applications that were replaced have left in this thread out of it. */
    void clean() {
        if (!loaders.isEmpty()) {
            ThreadLocals.remove(loader -> loader != null && loaders.stream().anyMatch(each -> each.refersTo(loader)));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void stop(Generation old) {
        ClassLoader loader = old.context().getClassLoader();
        try {
            handler.discard(old);
        } catch (Exception | LinkageError failure) {
            told.accept("the application has failed to stop: " + failure);
        }
        DriverCleanup.deregisterDriversOf(loader);
        loaders.add(new WeakReference<>(loader));
        clean();
        if (!looking) {
            looking = true;
            Future<?> unused = thread.schedule(this::look, LOOK_AFTER_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A collection is asked for only when there are several to collect, and some time after the save. */
    private void look() {
        looking = false;
        loaders.removeIf(each -> each.get() == null);
        if (loaders.size() < LEAK_FROM) {
            return;
        }
        System.gc();
        loaders.removeIf(each -> each.get() == null);
        if (loaders.size() >= LEAK_FROM && !leakTold) {
            leakTold = true;
            ClassLoader leaked = loaders.get(0).get();
            if (leaked != null) {
                told.accept("the application leaks its classes, so each reload takes memory: " + Leak.holder(leaked));
            }
        }
    }

    private static final class Once implements Runnable {
        private final AtomicReference<@Nullable Runnable> task;

        Once(Runnable task) {
            this.task = new AtomicReference<>(task);
        }

        @Override
        public void run() {
            Runnable mine = task.getAndSet(null);
            if (mine != null) {
                mine.run();
            }
        }
    }
}
