package io.github.devserver4j.httpclient;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.RemoteCall;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Timing;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceRecorder;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing HTTP call while its answer is awaited and read; becomes an {@link HttpCall}.
 *
 * <p>A call is over when the client has returned <em>and</em> the body was read to its end or given up: a client that
 * hands out a stream returns before. Of a body that is still being read when the request is over, what was read by then
 * is told. See {@link RemoteCall} for threads; the answer may be told of by one thread at a time.
 */
public final class HttpExchange extends RemoteCall {

    private static final AtomicLongFieldUpdater<HttpExchange> BODY_BYTES =
            AtomicLongFieldUpdater.newUpdater(HttpExchange.class, "bodyBytes");

    private static final AtomicIntegerFieldUpdater<HttpExchange> SENDS =
            AtomicIntegerFieldUpdater.newUpdater(HttpExchange.class, "sends");

    /** Chains of causes may be circles. */
    private static final int MAX_CAUSES = 10;

    private final Secrets secrets;
    private final Object url;
    private final HttpOperation operation;
    private long requestBytes = HttpCall.UNKNOWN_BYTES;
    private volatile long bodyBytes;
    private volatile int status;
    private volatile int sends;
    private volatile int redirects;
    private volatile long answeredNanos;
    private volatile boolean bodyRead;
    private volatile boolean bodyOver;
    private volatile boolean returned;
    private volatile boolean cached;

    HttpExchange(TraceRecorder recorder, Secrets secrets, Object url, HttpOperation operation) {
        super(recorder);
        this.secrets = secrets;
        this.url = url;
        this.operation = operation;
    }

    /** The trace that the request with this call belongs to in its client's view; null if none. */
    public @Nullable TraceContext traceContext() {
        return recorder().request().traceContext();
    }

    /** The size of the request's body in bytes, if known; negative if not. */
    public void requestBytes(long size) {
        requestBytes = size;
    }

    /** A request is put on the wire: the first, that of a redirect, or a repeated one. */
    public void sentOnce() {
        SENDS.incrementAndGet(this);
    }

    /** How many requests were put on the wire by now. */
    public int sends() {
        return sends;
    }

    /** How many redirects were followed. */
    public void redirects(int count) {
        redirects = count;
    }

    /** The answer came out of the client's own cache. */
    public void cached() {
        cached = true;
    }

    /** The head of an answer has come; a further one replaces it. */
    public void answered(int newStatus) {
        answeredNanos = recorder().now();
        BODY_BYTES.lazySet(this, 0);
        status = newStatus;
    }

    /** So many more bytes of the body have come. */
    public void received(long bytes) {
        BODY_BYTES.lazySet(this, bodyBytes + bytes);
    }

    /** The body was read to its end, or there is none. */
    public void bodyRead() {
        bodyRead = true;
        bodyOver();
    }

    /** Nobody reads the body any further. */
    public void givenUp() {
        bodyOver();
    }

    /** Reading the body failed; before the client has returned, it tells of that itself. */
    public void bodyFailed(Throwable thrown) {
        if (returned) {
            fail(thrown);
        }
    }

    private void bodyOver() {
        bodyOver = true;
        if (returned) {
            end();
        }
    }

    /** The client has returned to the application: the answer, whose body may still be read, or a future of it. */
    public void returned() {
        returned = true;
        if (bodyOver) {
            end();
        } else {
            sent();
        }
    }

    @Override
    public CallKind kind() {
        return HttpKind.HTTP;
    }

    @Override
    public Object operation() {
        return operation;
    }

    @Override
    public String operationText(TextStyle style) {
        return finished().operationText(style);
    }

    @Override
    public HttpCall finished() {
        Timing timing = timing();
        long firstByte = status == 0 ? HttpCall.UNKNOWN_NANOS : answeredNanos - timing.startNanos();
        boolean unread = !timing.ended() && status != 0;
        return new HttpCall(
                address(),
                status,
                requestBytes,
                status == 0 || (cached && bodyBytes == 0) ? HttpCall.UNKNOWN_BYTES : bodyBytes,
                firstByte,
                redirects,
                Math.max(0, sends - redirects - 1),
                cached,
                bodyRead,
                unread ? answered(timing, firstByte) : timing);
    }

    String method() {
        return operation.method();
    }

    /** The client's own object for it, equal for equal URLs. */
    Object url() {
        return url;
    }

    HttpAddress address() {
        return HttpAddress.of(operation.method(), url.toString(), secrets);
    }

    /** The duration that the {@link #finished} call has. */
    long knownNanos() {
        return isEnded() || status == 0 ? durationNanos() : answeredNanos - startNanos();
    }

    boolean hasFailed() {
        return thrown() != null;
    }

    /** A body that nobody reads takes no time. */
    private static Timing answered(Timing timing, long firstByte) {
        return new Timing(timing.startNanos(), firstByte, true, null, timing.callSite(), timing.callSiteAssumed());
    }

    @Override
    protected String errorText(Throwable error) {
        String text = error instanceof ConnectException && error.getMessage() == null
                ? unconnected(error)
                : super.errorText(error);
        return secrets.maskKey(HttpAddress.withoutUser(text));
    }

    /** The JDK's client says no more than that: {@code ConnectException: no connection to a.example:80}. */
    private String unconnected(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; depth < MAX_CAUSES && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        String why = cause instanceof ConnectException ? "" : ", " + OneLine.ofThrown(cause);
        return error.getClass().getSimpleName() + ": no connection to " + HttpAddress.server(url.toString()) + why;
    }
}
