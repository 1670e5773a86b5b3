package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * An asynchronous client whose futures tell the recorded calls of their end. The futures are the client's own. A proxy,
 * for each version of the SDK adds operations to the client's interface. Thread-safe.
 */
final class AsyncClientHandler implements InvocationHandler {

    private final DynamoDbAsyncClient client;
    private final CurrentTrace currentTrace;

    /** What the interface does by calling other methods of itself, which then are ours: consumers, paginators. */
    private final Set<Method> inherited;

    private AsyncClientHandler(DynamoDbAsyncClient client, CurrentTrace currentTrace) {
        this.client = client;
        this.currentTrace = currentTrace;
        this.inherited = Stream.of(DynamoDbAsyncClient.class.getMethods())
                .filter(method -> method.isDefault() && isInheritedBy(client.getClass(), method))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The client itself if it is one of ours. */
    static DynamoDbAsyncClient wrap(DynamoDbAsyncClient client, CurrentTrace currentTrace) {
        AsyncClientHandler ours = handlerOf(client);
        if (ours != null && ours.currentTrace.equals(currentTrace)) {
            return client;
        }
        return (DynamoDbAsyncClient) Proxy.newProxyInstance(
                DynamoDbAsyncClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbAsyncClient.class},
                new AsyncClientHandler(client, currentTrace));
    }

    private static @Nullable AsyncClientHandler handlerOf(@Nullable Object client) {
        return client != null
                        && Proxy.isProxyClass(client.getClass())
                        && Proxy.getInvocationHandler(client) instanceof AsyncClientHandler ours
                ? ours
                : null;
    }

    private static boolean isInheritedBy(Class<?> type, Method method) {
        try {
            return type.getMethod(method.getName(), method.getParameterTypes())
                    .getDeclaringClass()
                    .isInterface();
        } catch (NoSuchMethodException | SecurityException hidden) {
            return false;
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object argument = arguments == null || arguments.length != 1 ? null : arguments[0];
        if (argument instanceof DynamoDbRequest request && method.getReturnType() == CompletableFuture.class) {
            return currentTrace.get() == null ? call(method, arguments) : followed(method, request);
        }
        if (inherited.contains(method)) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (argument != null && method.getName().equals("equals")) {
            AsyncClientHandler other = handlerOf(argument);
            return client.equals(other == null ? argument : other.client);
        }
        return call(method, arguments);
    }

    private @Nullable Object followed(Method method, DynamoDbRequest request) throws Throwable {
        FutureEnd end = new FutureEnd();
        Object future = call(method, new Object[] {along(end, request)});
        if (future instanceof CompletableFuture<?> answer) {
            end.of(answer);
        }
        return future;
    }

    private static SdkRequest along(FutureEnd end, DynamoDbRequest request) {
        try {
            return end.along(request);
        } catch (Throwable fault) {
            Faults.report(fault);
            return request;
        }
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
