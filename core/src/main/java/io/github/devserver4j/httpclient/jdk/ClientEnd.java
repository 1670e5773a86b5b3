package io.github.devserver4j.httpclient.jdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The methods that end a client, which {@link HttpClient} has from Java 21 on; this code is compiled for an older one,
 * where nobody can call them.
 */
enum ClientEnd {
    SHUTDOWN("shutdown", MethodType.methodType(void.class)),
    AWAIT_TERMINATION("awaitTermination", MethodType.methodType(boolean.class, Duration.class)),
    IS_TERMINATED("isTerminated", MethodType.methodType(boolean.class)),
    SHUTDOWN_NOW("shutdownNow", MethodType.methodType(void.class)),
    CLOSE("close", MethodType.methodType(void.class));

    @SuppressWarnings("ImmutableEnumChecker") // a method handle is immutable
    private final @Nullable MethodHandle handle;

    ClientEnd(String name, MethodType type) {
        handle = find(name, type);
    }

    private static @Nullable MethodHandle find(String name, MethodType type) {
        try {
            return MethodHandles.publicLookup().findVirtual(HttpClient.class, name, type);
        } catch (NoSuchMethodException | IllegalAccessException olderJdk) {
            return null;
        }
    }

    void run(HttpClient client) {
        try {
            if (handle != null) {
                handle.invoke(client);
            }
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    boolean ask(HttpClient client) {
        try {
            return handle != null && (boolean) handle.invoke(client);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    boolean await(HttpClient client, Duration duration) throws InterruptedException {
        try {
            return handle != null && (boolean) handle.invoke(client, duration);
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    /** The methods declare no other checked exceptions. */
    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalStateException(thrown);
    }
}
