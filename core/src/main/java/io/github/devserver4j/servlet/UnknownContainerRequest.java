package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import jakarta.servlet.ServletRequest;

/** A request of a container that the Servlet API alone is known of. */
final class UnknownContainerRequest extends ContainerRequest {

    UnknownContainerRequest(ServletRequest request) {
        super(request);
    }

    @Override
    boolean tellsCompletion() {
        return false;
    }

    @Override
    void whenComplete(Runnable listener) {}

    @Override
    long bytesSent() {
        return ResponseLine.UNKNOWN_LENGTH;
    }
}
