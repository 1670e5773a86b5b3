package io.github.devserver4j.cache.jcache;

import java.util.concurrent.CompletableFuture;
import javax.cache.integration.CompletionListener;
import org.jspecify.annotations.Nullable;

/** Notes when a load has ended before the application is told. Thread-safe. */
final class TracedCompletionListener implements CompletionListener {

    private final CompletionListener delegate;
    private final CompletableFuture<@Nullable Void> loaded;

    TracedCompletionListener(CompletionListener delegate, CompletableFuture<@Nullable Void> loaded) {
        this.delegate = delegate;
        this.loaded = loaded;
    }

    @Override
    public void onCompletion() {
        loaded.complete(null);
        delegate.onCompletion();
    }

    @Override
    public void onException(Exception failure) {
        loaded.completeExceptionally(failure == null ? new IllegalStateException("no exception") : failure);
        delegate.onException(failure);
    }
}
