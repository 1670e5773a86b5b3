package io.github.devserver4j.trace;

import java.lang.StackWalker.StackFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request while it is running: integrations add their calls to it, from any thread. Append-only and bounded: past the
 * limit calls are counted by operation and no longer kept. Thread-safe.
 *
 * <p>Adding is all that the request's thread does; freezing, which renders and sums up, is done by devserver's thread
 * through {@link #snapshot()}. Calls that arrive after {@link #finish} belong to nobody and are dropped.
 */
public final class TraceRecorder {

    private final long id;
    private final RequestLine request;
    private final TraceSettings settings;
    private final TraceSink sink;
    private final long startNanos;
    private final CallSiteSampler callSites;

    private volatile @Nullable Call underWay;

    private final Object lock = new Object();
    private final List<Call> calls = new ArrayList<>(32);

    /** Calls on their way whose answer comes on another thread. */
    private final Set<RemoteCall> sent = Collections.newSetFromMap(new IdentityHashMap<>(0));

    private @Nullable CallOverflow overflow;
    private @Nullable IdentityHashMap<Class<?>, Object> attachments;
    private volatile boolean file;
    private long allocatedBytes;
    private boolean allocationUnknown;
    private volatile @Nullable ResponseLine response; // written under the lock
    private volatile long lastCallNanos;
    private volatile @Nullable Consumer<Call> whenLate;
    private @Nullable String exception;
    private long endNanos;
    private Instant end = Instant.EPOCH;

    TraceRecorder(long id, RequestLine request, TraceSettings settings, TraceSink sink) {
        this.id = id;
        this.request = request;
        this.settings = settings;
        this.sink = sink;
        this.callSites = new CallSiteSampler(settings.callSites());
        this.startNanos = settings.ticker().read();
        this.lastCallNanos = startNanos;
    }

    /** What the client asked for. */
    public RequestLine request() {
        return request;
    }

    /** Numbers the requests of this JVM from 1. */
    public long id() {
        return id;
    }

    /** The current reading of the clock that calls of this recorder are timed by, in nanoseconds. */
    public long now() {
        return settings.ticker().read();
    }

    /** Tells of a call that is about to be made, so that a request that hangs in it can be shown with it. */
    public void begun(Call call) {
        underWay = call;
    }

    /**
     * Tells of a call that has been made and whose answer comes on another thread: if it has not come when the request
     * is over, the call is recorded as it is then.
     */
    void sent(RemoteCall call) {
        synchronized (lock) {
            if (call.equals(underWay)) {
                underWay = null;
            }
            if (response == null && !call.isEnded() && sent.size() < settings.callLimit()) {
                sent.add(call);
            }
        }
    }

    /** Takes back a call that was told to be on its way. */
    void discarded(RemoteCall call) {
        synchronized (lock) {
            if (call.equals(underWay)) {
                underWay = null;
            }
            sent.remove(call); // by identity
        }
    }

    /** Adds a call that has returned. */
    public void add(Call call) {
        if (!taken(call)) {
            return;
        }
        if (request.isBackground()) {
            lastCallNanos = now();
        }
        sink.onCall(this, call);
    }

    private boolean taken(Call call) {
        boolean told;
        synchronized (lock) {
            if (call.equals(underWay)) {
                underWay = null;
            }
            told = call instanceof RemoteCall remote && sent.contains(remote);
            if (response == null) {
                keep(call);
                return true;
            }
        }
        Consumer<Call> other = whenLate;
        if (other != null && !told) { // one that was sent before is told as it is when the trace is made
            other.accept(call);
        }
        return false;
    }

    private void keep(Call call) {
        if (!sent.isEmpty()) {
            sent.remove(call); // by identity
        }
        if (calls.size() < settings.callLimit()) {
            calls.add(call);
        } else {
            pastLimit().add(call);
        }
    }

    /** Where calls go that come after the end; nowhere if this is not called. */
    void whenLate(Consumer<Call> other) {
        whenLate = other;
    }

    /** Tells that the {@link Call#outcome()} of a call added before is known now. */
    public void outcome(Call call) {
        sink.onOutcome(this, call);
    }

    /**
     * Where in the application's own code the current thread is making a call; null where call sites are off or none is
     * found. Of an operation that is executed again and again, some executions alone are looked up, see
     * {@link CallSiteSampler}. Costs about a microsecond if the application is less than six frames away, and more if it
     * is further: an integration asks from its outermost method. Never throws.
     */
    public @Nullable CallSite callSite(Object operation) {
        return callSite(operation, false);
    }

    /** As {@link #callSite(Object)}, for calls that are made deep within a client library. */
    public @Nullable CallSite farCallSite(Object operation) {
        return callSite(operation, true);
    }

    /** As {@link #callSite(Object)}; each method between it and the application is one more frame to fetch. */
    @Nullable
    CallSite callSite(Object operation, boolean far) {
        CallSites sites = settings.callSites();
        if (!sites.enabled()) {
            return null;
        }
        try {
            CallSiteSampler.Operation sampled = callSites.execution(operation, far);
            return sampled == null || !sampled.isDue() ? sampled : sampled.found(sites.find(sampled.known()));
        } catch (RuntimeException | LinkageError fault) { // such as the hashCode of a key
            return null;
        }
    }

    /** As {@link #callSite(Object)}, looked up in any case: for calls that are rare. Never throws. */
    public @Nullable CallSite rareCallSite() {
        try {
            StackFrame frame = settings.callSites().find();
            return frame == null ? null : CallSite.of(frame);
        } catch (RuntimeException | LinkageError fault) {
            return null;
        }
    }

    /**
     * What an integration keeps with the request from one of its callbacks to the next, made by {@code first} when it is
     * asked for the first time.
     *
     * @param key the type of it, of which there is one for each request
     */
    public <T> T attachment(Class<T> key, Supplier<T> first) {
        synchronized (lock) {
            if (attachments == null) {
                attachments = new IdentityHashMap<>(2);
            }
            return key.cast(attachments.computeIfAbsent(key, type -> first.get()));
        }
    }

    /** Notes that the answer is a file, which is not worth a line if nothing else happened. */
    public void answersWithFile() {
        file = true;
    }

    /** Whether somebody has noted that the answer is a file. */
    public boolean isAnsweredWithFile() {
        return file;
    }

    /** Adds memory that a thread allocated for this request; {@link Trace#UNKNOWN_ALLOCATION} if it can't be told. */
    public void addAllocatedBytes(long bytes) {
        synchronized (lock) {
            if (bytes == Trace.UNKNOWN_ALLOCATION) {
                allocationUnknown = true;
            } else {
                allocatedBytes += bytes;
            }
        }
    }

    /** Notes the class of an exception that left the application; the first one counts. */
    public void exception(Throwable thrown) {
        synchronized (lock) {
            if (exception == null) {
                exception = thrown.getClass().getName();
            }
        }
    }

    /**
     * Ends the request. Only the first call of this or {@link #finishQuietly} has an effect.
     *
     * @param status the HTTP status of the answer
     * @param length the bytes of its body, or {@link ResponseLine#UNKNOWN_LENGTH}
     */
    public void finish(int status, long length) {
        if (end(status, length)) {
            sink.onFinish(this);
        }
    }

    /** Ends a request that is of no interest, such as one for a static file: nobody is told of it. */
    public void finishQuietly(int status, long length) {
        if (end(status, length)) {
            sink.onQuietFinish(this);
        }
    }

    /** Ends what a thread did in the background, at the time of its last call. */
    void finishAtLastCall() {
        boolean nothing = isEmpty();
        if (end(0, ResponseLine.UNKNOWN_LENGTH, lastCallNanos)) {
            if (nothing) {
                sink.onQuietFinish(this);
            } else {
                sink.onFinish(this);
            }
        }
    }

    /** For how long no call has been added and none is on its way, in nanoseconds. */
    long idleNanos() {
        synchronized (lock) {
            return underWay == null && sent.isEmpty() ? now() - lastCallNanos : 0;
        }
    }

    private boolean end(int status, long length) {
        return end(status, length, settings.ticker().read());
    }

    private boolean end(int status, long length, long nanos) {
        synchronized (lock) {
            if (response != null) {
                return false;
            }
            endNanos = nanos;
            end = Instant.now();
            response = new ResponseLine(status, length, exception);
            return true;
        }
    }

    /** Whether any call was added. */
    public boolean isEmpty() {
        synchronized (lock) {
            return calls.isEmpty() && sent.isEmpty();
        }
    }

    /** For how long the request has been running, in nanoseconds. */
    long ageNanos() {
        return settings.ticker().read() - startNanos;
    }

    /** Whether the request is over; calls are no longer taken then. */
    public boolean isFinished() {
        return response != null;
    }

    /** All that is known up to now, in its final form. Called on devserver's thread. */
    Trace snapshot() {
        List<Call> kept;
        synchronized (lock) {
            kept = new ArrayList<>(calls);
            if (response != null) {
                kept.addAll(sent);
            }
        }
        kept.replaceAll(Call::finished);
        kept.sort(Comparator.comparingLong(call -> call.startNanos() - startNanos));
        return frozen(kept, Tallies.of(kept));
    }

    private Trace frozen(List<Call> kept, Tallies tallies) {
        synchronized (lock) {
            if (overflow != null) {
                overflow.addTo(tallies);
            }
            boolean running = response == null;
            long start = request.isBackground() && !kept.isEmpty()
                    ? Math.min(startNanos, kept.get(0).startNanos())
                    : startNanos;
            return new Trace(
                    id,
                    request,
                    response,
                    running ? Instant.now() : end,
                    (running ? settings.ticker().read() : endNanos) - start,
                    allocationUnknown ? Trace.UNKNOWN_ALLOCATION : allocatedBytes,
                    kept,
                    overflow == null ? List.of() : overflow.groups(),
                    tallies.totals(),
                    running ? underWay : null);
        }
    }

    private CallOverflow pastLimit() {
        CallOverflow known = overflow;
        if (known == null) {
            known = new CallOverflow();
            overflow = known;
        }
        return known;
    }
}
