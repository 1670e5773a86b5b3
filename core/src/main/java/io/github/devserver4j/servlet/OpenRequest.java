package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import io.github.devserver4j.trace.TraceRecorder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A request between its first dispatch and its end. Thread-safe.
 *
 * <p>It ends when its container has completed the answer <em>and</em> no thread is inside the application for it any
 * more: a servlet may close its answer and work on, and what it does then still belongs to the request. Ending twice
 * has no effect.
 */
final class OpenRequest {

    private static final int INTERNAL_SERVER_ERROR = 500;

    private final TraceRecorder recorder;
    private final ContainerRequest container;
    private final HttpServletResponse response;
    private final @Nullable StaticResource staticResource;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean failed;
    private volatile boolean complete;
    private volatile Runnable whenEnded = () -> {};

    OpenRequest(
            TraceRecorder recorder,
            ContainerRequest container,
            HttpServletResponse response,
            @Nullable StaticResource staticResource) {
        this.recorder = recorder;
        this.container = container;
        this.response = response;
        this.staticResource = staticResource;
    }

    TraceRecorder recorder() {
        return recorder;
    }

    /**
     * Lets the container say when the answer is complete; {@code whenEnded} runs at the request's end.
     *
     * @throws RuntimeException if the container can't; the request has then ended unseen
     */
    void begin(Runnable whenEnded) {
        this.whenEnded = whenEnded;
        try {
            container.whenComplete(this::completed);
        } catch (RuntimeException | LinkageError failure) {
            abandon();
            throw failure;
        }
    }

    /** A dispatch is about to go into the application; each is followed by {@link #left}. */
    void entered() {
        inside.incrementAndGet();
    }

    /** Notes an exception that left the application. Never throws. */
    void failed(Throwable thrown) {
        failed = true;
        try {
            recorder.exception(rootCause(thrown));
        } catch (RuntimeException | LinkageError failure) { // an exception class may do anything in getCause()
            Failures.log(failure);
        }
    }

    /** A dispatch has returned from the application. Never throws. */
    void left(ServletRequest request) {
        if (inside.decrementAndGet() > 0) {
            return;
        }
        if (complete || (!container.tellsCompletion() && !awaitsAsyncEnd(request))) {
            end();
        }
    }

    private boolean awaitsAsyncEnd(ServletRequest request) {
        try {
            if (!failed && request.isAsyncStarted()) {
                AsyncEnd.listen(request, this);
                return true;
            }
        } catch (IllegalStateException noMoreAsynchronous) {
            // an upgraded connection, say
        } catch (RuntimeException | LinkageError failure) {
            Failures.log(failure);
        }
        return false;
    }

    /** The container has completed the answer. Never throws. */
    void completed() {
        complete = true;
        if (inside.get() == 0) {
            end();
        }
    }

    /** Ends the request without telling anybody. */
    private void abandon() {
        whenEnded.run();
        recorder.finishQuietly(INTERNAL_SERVER_ERROR, ResponseLine.UNKNOWN_LENGTH);
    }

    private void end() {
        try {
            whenEnded.run();
            int status = container.tellsCompletion() || !failed ? response.getStatus() : INTERNAL_SERVER_ERROR;
            if (status >= INTERNAL_SERVER_ERROR) {
                noteHandledException();
            }
            if (isOfNoInterest(status)) {
                recorder.finishQuietly(status, length(status));
            } else {
                recorder.finish(status, length(status));
            }
        } catch (RuntimeException | LinkageError failure) {
            abandon();
            Failures.log(failure);
        }
    }

    /** Whether a file was served, which nothing happened behind. */
    private boolean isOfNoInterest(int status) {
        return status < HttpServletResponse.SC_BAD_REQUEST
                && recorder.isEmpty()
                && (recorder.isAnsweredWithFile() || (staticResource != null && staticResource.exists()));
    }

    /**
     * An exception that an asynchronous thread or a time-out left for the container's error page. Without a status that
     * says so it is of another sort: Tomcat leaves one where a client hung up.
     */
    private void noteHandledException() {
        Object thrown = container.attribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable throwable) {
            recorder.exception(rootCause(throwable));
        }
    }

    private long length(int status) {
        boolean bodiless = "HEAD".equals(recorder.request().method())
                || status == HttpServletResponse.SC_NOT_MODIFIED
                || status == HttpServletResponse.SC_NO_CONTENT
                || status == HttpServletResponse.SC_SWITCHING_PROTOCOLS;
        if (bodiless) {
            return 0;
        }
        long sent = container.bytesSent();
        return sent >= 0 ? sent : declaredLength();
    }

    private long declaredLength() {
        String declared = response.getHeader("Content-Length");
        try {
            return declared == null ? ResponseLine.UNKNOWN_LENGTH : Long.parseLong(declared);
        } catch (NumberFormatException notANumber) {
            return ResponseLine.UNKNOWN_LENGTH;
        }
    }

    /** A servlet has to wrap checked exceptions in ServletException, which by itself says nothing. */
    private static Throwable rootCause(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; depth < 10; depth++) {
            Throwable cause = root instanceof ServletException ? root.getCause() : null;
            if (cause == null) {
                return root;
            }
            root = cause;
        }
        return root;
    }
}
