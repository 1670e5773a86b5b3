package io.github.devserver4j.jetty.runserver.reload;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee11.webapp.WebAppContext;

/** One start of the application, and the requests that are in it. Thread-safe. */
final class Generation {

    private static final int RETIRED = Integer.MIN_VALUE;

    private final WebAppContext context;
    private final KeptSessions sessions;

    /** The requests; negative once it was retired. */
    private final AtomicInteger requests = new AtomicInteger();

    private volatile Runnable last = () -> {};

    Generation(WebAppContext context) {
        this.context = context;
        this.sessions = KeptSessions.of(context);
    }

    WebAppContext context() {
        return context;
    }

    KeptSessions sessions() {
        return sessions;
    }

    /** Lets a request in; false if it is too late. */
    boolean enter() {
        return requests.getAndUpdate(count -> count < 0 ? count : count + 1) >= 0;
    }

    void leave() {
        if (requests.decrementAndGet() == RETIRED) {
            last.run();
        }
    }

    /** Lets no more in; when the last has left, that is told, which may be at once. */
    void retire(Runnable whenLastHasLeft) {
        last = whenLastHasLeft;
        if (requests.getAndUpdate(count -> count < 0 ? count : count + RETIRED) == 0) {
            whenLastHasLeft.run();
        }
    }
}
