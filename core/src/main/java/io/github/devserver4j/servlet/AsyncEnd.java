package io.github.devserver4j.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/** Ends a request when its asynchronous cycle is complete, in containers that have no word of their own for it. */
final class AsyncEnd implements AsyncListener {

    private final OpenRequest request;

    private AsyncEnd(OpenRequest request) {
        this.request = request;
    }

    static void listen(ServletRequest servletRequest, OpenRequest request) {
        servletRequest.getAsyncContext().addListener(new AsyncEnd(request));
    }

    @Override
    public void onComplete(AsyncEvent event) {
        request.completed();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {
        if (event.getThrowable() != null) {
            request.failed(event.getThrowable());
        }
    }

    /** The container forgets its listeners when another cycle begins. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
