package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import io.github.devserver4j.trace.TraceRecorder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request between its first dispatch and its end. Thread-safe: dispatches follow one another, and ending twice has no
 * effect.
 */
final class OpenRequest {

    private static final int INTERNAL_SERVER_ERROR = 500;

    private final TraceRecorder recorder;
    private final ContainerRequest container;
    private final HttpServletResponse response;
    private final boolean staticResource;
    private volatile boolean failed;
    private Runnable whenEnded = () -> {};

    OpenRequest(
            TraceRecorder recorder, ContainerRequest container, HttpServletResponse response, boolean staticResource) {
        this.recorder = recorder;
        this.container = container;
        this.response = response;
        this.staticResource = staticResource;
    }

    TraceRecorder recorder() {
        return recorder;
    }

    /** Lets the container say when the answer is complete; {@code whenEnded} runs at the request's end. */
    void begin(Runnable whenEnded) {
        this.whenEnded = whenEnded;
        container.whenComplete(this::end);
    }

    /** Notes an exception that left the application. */
    void failed(Throwable thrown) {
        failed = true;
        recorder.exception(rootCause(thrown));
    }

    /** A dispatch has returned from the application. */
    void dispatched(ServletRequest request) {
        try {
            if (container.tellsCompletion()) {
                return;
            }
            if (!failed && request.isAsyncStarted()) {
                AsyncEnd.listen(request, this);
            } else {
                end();
            }
        } catch (RuntimeException | LinkageError failure) {
            Failures.log(failure);
            end();
        }
    }

    /** Ends the request; the first time alone counts. Never throws. */
    void end() {
        try {
            whenEnded.run();
            noteHandledException();
            int status = container.tellsCompletion() || !failed ? response.getStatus() : INTERNAL_SERVER_ERROR;
            if (staticResource && status < HttpServletResponse.SC_BAD_REQUEST && recorder.isEmpty()) {
                recorder.finishQuietly(status, length(status));
            } else {
                recorder.finish(status, length(status));
            }
        } catch (RuntimeException | LinkageError failure) {
            recorder.finishQuietly(INTERNAL_SERVER_ERROR, ResponseLine.UNKNOWN_LENGTH);
            Failures.log(failure);
        }
    }

    /** An exception that an asynchronous thread or a time-out left for the container's error page. */
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
