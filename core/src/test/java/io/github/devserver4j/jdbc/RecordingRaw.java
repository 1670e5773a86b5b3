package io.github.devserver4j.jdbc;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands for a driver: notes down each call it gets, and answers or throws as told. */
final class RecordingRaw implements InvocationHandler {

    record Received(Method method, List<@Nullable Object> arguments) {}

    final List<Received> received = new ArrayList<>();

    @Nullable
    Throwable toThrow;

    @Nullable
    Object answered;

    static <T> T of(Class<T> type, RecordingRaw handler, Class<?>... more) {
        List<Class<?>> interfaces = new ArrayList<>(List.of(more));
        interfaces.add(0, type);
        return type.cast(Proxy.newProxyInstance(
                RecordingRaw.class.getClassLoader(), interfaces.toArray(Class<?>[]::new), handler));
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> "raw";
            };
        }
        if (arguments != null && arguments.length == 1 && arguments[0] == TracingDataSource.class) {
            return false; // the one question of our own, once for each data source
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            list.add(arguments[i]);
        }
        received.add(new Received(method, list));
        if (toThrow != null) {
            throw toThrow;
        }
        answered = sample(method.getReturnType(), 1);
        return answered;
    }

    /** Some value of a type, different from those of other seeds where the type has enough. */
    static @Nullable Object sample(Class<?> type, int seed) {
        Map<Class<?>, Object> primitives = new HashMap<>();
        primitives.put(boolean.class, true);
        primitives.put(byte.class, (byte) (seed + 40));
        primitives.put(short.class, (short) (seed + 41));
        primitives.put(int.class, seed + 42);
        primitives.put(long.class, seed + 43L);
        primitives.put(float.class, seed + 1.5f);
        primitives.put(double.class, seed + 2.5);
        if (type.isPrimitive()) {
            return primitives.get(type);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 1);
        }
        if (type == String.class) {
            return "text" + seed;
        }
        if (type == Class.class) {
            return Runnable.class;
        }
        if (type == Object.class) {
            return List.of("object", seed);
        }
        return type.isInterface() ? of(type, new RecordingRaw()) : ofClass(type);
    }

    private static @Nullable Object ofClass(Class<?> type) {
        try {
            return switch (type.getSimpleName()) {
                case "Date", "Time", "Timestamp" ->
                    type.getConstructor(long.class).newInstance(1_000L);
                case "URL" -> java.net.URI.create("http://localhost/").toURL();
                case "BigDecimal" -> java.math.BigDecimal.TEN;
                case "Calendar" -> java.util.Calendar.getInstance();
                case "InputStream" -> new java.io.ByteArrayInputStream(new byte[3]);
                case "Reader" -> new java.io.StringReader("abc");
                case "PrintWriter" -> new java.io.PrintWriter(java.io.Writer.nullWriter());
                case "Properties" -> new java.util.Properties();
                case "Logger" -> java.util.logging.Logger.getAnonymousLogger();
                case "SQLWarning" -> new java.sql.SQLWarning("warning");
                default -> null;
            };
        } catch (ReflectiveOperationException | java.net.MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
