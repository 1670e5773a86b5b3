package io.github.devserver4j.jetty.runserver.reload;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the application: gives requests to its newest start, lets them wait while there is going to be another one, and
 * answers in its place when it can't. Waiting requests hold no thread. Thread-safe.
 */
public final class ReloadingHandler extends Handler.AbstractContainer {

    private final List<Generation> generations = new CopyOnWriteArrayList<>();
    private volatile Generation current;
    private volatile @Nullable Failure failure;
    private volatile Runnable afterRequest = () -> {};

    /** Done when requests may go on; null if none has to wait. */
    private volatile @Nullable CompletableFuture<Void> pending;

    /** With the first context, which starts and stops with this. */
    public ReloadingHandler(WebAppContext first) {
        super(true);
        this.current = new Generation(first);
        generations.add(current);
        addBean(first, true);
    }

    @Override
    public List<Handler> getHandlers() {
        return generations.stream().map(each -> (Handler) each.context()).toList();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        CompletableFuture<Void> waiting = pending;
        if (waiting == null) {
            return serve(request, response, callback);
        }
        Future<?> unused = waiting.thenRunAsync(
                () -> serveLater(request, response, callback),
                request.getComponents().getExecutor());
        return true;
    }

    /** From now on requests wait. */
    void hold() {
        if (pending == null) {
            pending = new CompletableFuture<>();
        }
    }

    /** Those that wait go on. */
    void release() {
        CompletableFuture<Void> waiting = pending;
        pending = null;
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    Generation current() {
        return current;
    }

    /** Is to be done on each thread that has worked for a request. */
    void afterRequests(Runnable task) {
        afterRequest = task;
    }

    /** From now on this is the answer; null if the application answers. */
    void answerWith(@Nullable Failure reason) {
        failure = reason;
    }

    /** Starts a context beside the one that answers. */
    Generation start(WebAppContext context) throws Exception {
        Generation next = new Generation(context);
        context.setServer(getServer());
        generations.add(next);
        try {
            context.start();
            return next;
        } catch (Exception | LinkageError failed) {
            discard(next);
            throw failed;
        }
    }

    /** From now on this one answers; returns the one that did. */
    Generation replaceBy(Generation next) {
        Generation before = current;
        addBean(next.context(), true);
        current = next;
        return before;
    }

    /** Stops a context that answers no more. */
    void discard(Generation old) throws Exception {
        WebAppContext context = old.context();
        try {
            if (contains(context)) {
                unmanage(context);
                removeBean(context);
            }
            context.stop();
        } finally {
            generations.remove(old);
            context.destroy();
        }
    }

    private void serveLater(Request request, Response response, Callback callback) {
        try {
            if (!handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception | LinkageError failed) {
            Response.writeError(request, response, callback, failed);
        }
    }

    private boolean serve(Request request, Response response, Callback callback) throws Exception {
        Failure reason = failure;
        if (reason != null) {
            FailureAnswer.write(reason, request, response, callback);
            return true;
        }
        Generation generation = current;
        while (!generation.enter()) {
            generation = current;
        }
        return serve(generation, request, response, callback);
    }

    private boolean serve(Generation generation, Request request, Response response, Callback callback)
            throws Exception {
        boolean handled = false;
        try {
            handled = generation.context().handle(request, response, Callback.from(callback, generation::leave));
            return handled;
        } finally {
            if (!handled) {
                generation.leave();
            }
            afterRequest.run();
        }
    }
}
