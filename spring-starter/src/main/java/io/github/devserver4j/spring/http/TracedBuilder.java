package io.github.devserver4j.spring.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A builder of clients whose clients are recorded, whatever they are told to do until they are built; its clones are such
 * builders. The builders' methods differ from version to version, so it is a proxy. As thread-safe as the builder.
 *
 * @param <B> the interface of the builder
 */
final class TracedBuilder<B> implements InvocationHandler {

    private final Class<B> type;
    private final B builder;
    private final Function<B, ?> build;

    private TracedBuilder(Class<B> type, B builder, Function<B, ?> build) {
        this.type = type;
        this.builder = builder;
        this.build = build;
    }

    /** The builder with another way to build; one that has it already is returned as it is. */
    static <B> B of(Class<B> type, B builder, Function<B, ?> build) {
        return isTraced(builder) ? builder : proxy(type, builder, build);
    }

    private static boolean isTraced(Object builder) {
        return Proxy.isProxyClass(builder.getClass()) && Proxy.getInvocationHandler(builder) instanceof TracedBuilder;
    }

    private static <B> B proxy(Class<B> type, B builder, Function<B, ?> build) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new TracedBuilder<>(type, builder, build)));
    }

    @Override
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // of the very builder
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (arguments == null && name.equals("build")) {
            return build.apply(builder);
        }
        if (arguments == null && name.equals("clone")) {
            return proxy(type, type.cast(Objects.requireNonNull(invoked(method, null))), build);
        }
        if (arguments != null && name.equals("apply") && arguments[0] instanceof Consumer<?> consumer) {
            ((Consumer<Object>) consumer).accept(proxy);
            return proxy;
        }
        if (arguments != null && name.equals("equals")) {
            return proxy == arguments[0];
        }
        Object result = invoked(method, arguments);
        return result == builder ? proxy : result;
    }

    private @Nullable Object invoked(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(builder, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
