package io.github.devserver4j.servlet;

import jakarta.servlet.ServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a filter that are not over yet, found again by the container's own request object. A request
 * attribute would be simpler, but the application would see it. Thread-safe.
 */
final class OpenRequests {

    private final ConcurrentMap<Identity, OpenRequest> byRequest = new ConcurrentHashMap<>();

    void add(ServletRequest request, OpenRequest opened) {
        Identity key = new Identity(Unwrapped.of(request));
        byRequest.put(key, opened);
        opened.begin(() -> byRequest.remove(key));
    }

    /** How many requests are open. */
    int size() {
        return byRequest.size();
    }

    @Nullable
    OpenRequest find(ServletRequest request) {
        return byRequest.get(new Identity(Unwrapped.of(request)));
    }

    private record Identity(Object object) {
        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what this is for
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && that.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
