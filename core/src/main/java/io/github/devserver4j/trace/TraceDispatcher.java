package io.github.devserver4j.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes finished requests from the application's threads and gives them to the listeners on one daemon thread.
 * Thread-safe.
 *
 * <p>The queue is bounded. When listeners can't keep up, a request's thread waits for room, after its answer, up to a
 * second. If the queue does not move at all for half a second (the terminal is stopped, say), the request is dropped
 * and counted, and nobody waits again until the queue has moved.
 *
 * <p>While events come in, the thread looks for them every few milliseconds, so that requests need not pay for waking
 * it. After half a second without any it sleeps until woken, and while requests are running, looks up four times a
 * second to show those that take long.
 */
public final class TraceDispatcher implements TraceSink, AutoCloseable {

    private static final Logger LOG = OwnLog.get();

    /** A request is shown as running once it is older than this. */
    static final long RUNNING_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int CAPACITY = 4_096;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int NAPS_BEFORE_SLEEP = 50;
    private static final long RUNNING_CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long CLOSE_MILLIS = 2_000;
    private static final long LAST_REQUESTS_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final List<TraceListener> listeners;
    private final boolean realtime;
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Set<TraceRecorder> live = ConcurrentHashMap.newKeySet();
    private final Set<TraceRecorder> shownRunning = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean stuck;
    private volatile long taken; // written by the thread alone
    private volatile boolean closed;
    private volatile @Nullable BackgroundTraces background;

    private TraceDispatcher(List<TraceListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.realtime = listeners.stream().anyMatch(TraceListener::realtime);
        this.thread = new Thread(null, this::run, "devserver", 0, false);
        this.thread.setDaemon(true);
        this.thread.setContextClassLoader(null);
    }

    /** Starts the thread that tells these listeners. */
    public static TraceDispatcher start(List<? extends TraceListener> listeners) {
        TraceDispatcher dispatcher = new TraceDispatcher(List.copyOf(listeners));
        dispatcher.thread.start();
        return dispatcher;
    }

    @Override
    public void onStart(TraceRecorder recorder) {
        if (!closed) {
            live.add(recorder);
            wakeIfAsleep();
        }
    }

    @Override
    public void onBackground(BackgroundTraces traces) {
        background = traces;
    }

    @Override
    public boolean isOwnThread(Thread other) {
        return other.equals(thread);
    }

    @Override
    public void onCall(TraceRecorder recorder, Call call) {
        if (realtime) {
            putIfRoom(() -> tellRealtime(listener -> listener.onCall(recorder, call)));
        }
    }

    @Override
    public void onOutcome(TraceRecorder recorder, Call call) {
        if (realtime) {
            putIfRoom(() -> tellRealtime(listener -> listener.onOutcome(recorder, call)));
        }
    }

    @Override
    public void onFinish(TraceRecorder recorder) {
        live.remove(recorder);
        put(() -> tellFinished(recorder));
    }

    @Override
    public void onQuietFinish(TraceRecorder recorder) {
        if (shownRunning.contains(recorder)) {
            onFinish(recorder); // who saw it begin wants to see it end
        } else {
            live.remove(recorder);
        }
    }

    /**
     * Tells what is queued, for up to two seconds, and ends the thread. Waits a moment for requests that are not known to take
     * long: their clients have their answers before their containers say so.
     */
    @Override
    public void close() {
        BackgroundTraces others = background;
        if (others != null) {
            others.close();
        }
        awaitLastRequests();
        closed = true;
        LockSupport.unpark(thread);
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitLastRequests() {
        long begun = System.nanoTime();
        while (!shownRunning.containsAll(live)
                && System.nanoTime() - begun < LAST_REQUESTS_NANOS
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, NAP_NANOS);
        }
    }

    /** How many requests are running, as far as this knows. */
    int liveRequests() {
        return live.size() + shownRunning.size();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    long threadId() {
        return thread.getId();
    }

    private void put(Runnable event) {
        if (closed) {
            return;
        }
        if (queued.get() >= CAPACITY && !waitForRoom()) {
            dropped.incrementAndGet();
            return;
        }
        queued.incrementAndGet();
        queue.add(event);
        wakeIfAsleep();
    }

    /** Within a request nobody waits: it may hold a connection. */
    private void putIfRoom(Runnable event) {
        if (queued.get() < CAPACITY) {
            put(event);
        } else {
            dropped.incrementAndGet();
        }
    }

    private boolean waitForRoom() {
        if (closed || stuck || thread.equals(Thread.currentThread())) {
            return false;
        }
        long begun = System.nanoTime();
        long moved = begun;
        long takenBefore = taken;
        while (queued.get() >= CAPACITY) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            long now = System.nanoTime();
            if (taken != takenBefore) {
                takenBefore = taken;
                moved = now;
            }
            stuck = now - moved > PATIENCE_NANOS;
            if (stuck
                    || now - begun > 2 * PATIENCE_NANOS
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    private void wakeIfAsleep() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        int naps = 0;
        long nextRunningCheck = System.nanoTime() + RUNNING_CHECK_NANOS;
        while (!closed || !queue.isEmpty()) {
            Runnable event = queue.poll();
            if (event != null) {
                queued.decrementAndGet();
                countTaken();
                event.run();
                naps = 0;
            } else if (!closed) {
                tellDropped();
                naps = rest(naps);
            }
            if (System.nanoTime() - nextRunningCheck >= 0) {
                tellRunning();
                nextRunningCheck = System.nanoTime() + RUNNING_CHECK_NANOS;
            }
        }
        tellDropped();
        live.clear();
        shownRunning.clear();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
    private void countTaken() {
        taken++;
        stuck = false;
    }

    /** Returns how many naps in a row there have been now. */
    private int rest(int naps) {
        if (naps < NAPS_BEFORE_SLEEP) {
            LockSupport.parkNanos(this, NAP_NANOS);
            return naps + 1;
        }
        asleep = true;
        if (queue.isEmpty() && !closed) {
            sleep();
        }
        asleep = false;
        return naps;
    }

    /** Long enough to save the processor, short enough not to be late for a request that takes long. */
    private void sleep() {
        BackgroundTraces others = background;
        if (shownRunning.containsAll(live) && (others == null || !others.isOpen())) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, RUNNING_CHECK_NANOS);
        }
    }

    private void tellRunning() {
        BackgroundTraces others = background;
        if (others != null) {
            others.finishIdle();
        }
        for (TraceRecorder recorder : live) {
            if (recorder.ageNanos() >= RUNNING_AFTER_NANOS && shownRunning.add(recorder)) {
                tellSnapshot(recorder, this::tellRunning);
            }
        }
        shownRunning.removeIf(TraceRecorder::isFinished);
    }

    /** Its end may have come just now; then that is what is told next. */
    private void tellRunning(Trace trace) {
        if (trace.response() == null) {
            tell(listener -> listener.onRunning(trace));
        }
    }

    private void tellFinished(TraceRecorder recorder) {
        tellSnapshot(recorder, trace -> tell(listener -> listener.onFinish(trace)));
    }

    private void tellSnapshot(TraceRecorder recorder, Consumer<Trace> telling) {
        Trace trace;
        try {
            trace = recorder.snapshot();
        } catch (Throwable failure) { // an integration's fault must not end this thread
            LOG.log(Level.WARNING, "devserver failed to sum up a request", failure);
            return;
        }
        telling.accept(trace);
    }

    private void tellDropped() {
        int count = dropped.getAndSet(0);
        if (count > 0) {
            String what = realtime ? "requests and calls" : "requests";
            LOG.log(Level.WARNING, "{0} {1} are not shown: they came faster than they could be printed", count, what);
        }
    }

    private void tellRealtime(Telling telling) {
        tell(listener -> {
            if (listener.realtime()) {
                telling.to(listener);
            }
        });
    }

    private void tell(Telling telling) {
        for (TraceListener listener : listeners) {
            try {
                telling.to(listener);
            } catch (Throwable failure) { // whatever a listener throws, this thread goes on
                LOG.log(Level.WARNING, "devserver failed to report a request", failure);
            }
        }
    }

    @FunctionalInterface
    private interface Telling {
        void to(TraceListener listener);
    }
}
