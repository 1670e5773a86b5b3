package io.github.devserver4j.cache.caffeine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call with its arguments, which can be made on a traced cache and on its raw twin. */
record Operation<C>(String name, Function<C, @Nullable Object> body) {

    /** What came of it, in a form that is equal for twins. */
    String outcome(C cache) {
        try {
            return name + " gave " + text(body.apply(cache));
        } catch (Throwable thrown) {
            return name + " threw " + thrown;
        }
    }

    private static @Nullable Object text(@Nullable Object result) {
        if (!(result instanceof CompletableFuture<?> future)) {
            return result;
        }
        return future.isDone()
                ? "done "
                        + future.handle((value, thrown) -> value + " " + thrown).join()
                : "pending";
    }
}
