package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.trace.TraceRecorder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks every method of every java.sql interface, as the running JDK has them. */
class EveryMethodTest {

    private static final RecordedTrace REQUESTS = new RecordedTrace();
    private static final TraceRecorder REQUEST = REQUESTS.start();

    /** A driver's own interface, so that the transparent proxies are more than the plain ones. */
    public interface DriversOwn {
        String ping(String text);
    }

    private enum Variant {
        PLAIN,
        TRANSPARENT;

        Connection wrap(Connection raw) {
            return this == PLAIN ? REQUESTS.tracing.wrap(raw) : REQUESTS.tracing.wrapTransparently(raw);
        }
    }

    /** Makes the proxy of one interface over a driver whose object of that type is {@code raw}. */
    private interface Source {
        Object proxy(Variant variant, Object raw) throws SQLException;
    }

    private record Kind(Class<?> type, Source source) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(Connection.class, (variant, raw) -> variant.wrap((Connection) raw)),
            new Kind(
                    Statement.class,
                    (variant, raw) -> variant.wrap(connection(raw)).createStatement()),
            new Kind(
                    PreparedStatement.class,
                    (variant, raw) -> variant.wrap(connection(raw)).prepareStatement("SELECT ?")),
            new Kind(
                    CallableStatement.class,
                    (variant, raw) -> variant.wrap(connection(raw)).prepareCall("CALL f(?)")),
            new Kind(
                    ResultSet.class,
                    (variant, raw) ->
                            variant.wrap(connection(raw)).createStatement().executeQuery("SELECT 1")),
            new Kind(
                    DatabaseMetaData.class,
                    (variant, raw) -> variant.wrap(connection(raw)).getMetaData()),
            new Kind(DataSource.class, (variant, raw) -> REQUESTS.tracing.wrap((DataSource) raw)));

    @AfterAll
    static void stop() {
        REQUESTS.close();
    }

    @TestFactory
    Stream<DynamicTest> everyMethodReachesTheDriverOnceAndItsAnswerComesBack() {
        return walk((kind, variant, method) -> {
            RecordingRaw driver = new RecordingRaw();
            @Nullable Object[] arguments = arguments(method);
            Object proxy = proxy(kind, variant, driver);
            Object result = invoke(method, proxy, arguments);
            assertReceived(driver, method, arguments);
            if (method.getReturnType() != void.class) {
                assertAnswer(method, result, driver.answered);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyExceptionComesOutAsItIs() {
        return walk((kind, variant, method) -> {
            for (Throwable thrown : throwables(method)) {
                RecordingRaw driver = new RecordingRaw();
                Object proxy = proxy(kind, variant, driver);
                driver.toThrow = thrown;
                @Nullable Object[] arguments = arguments(method);
                assertThat(catchThrowable(() -> invoke(method, proxy, arguments)))
                        .isSameAs(thrown);
                assertReceived(driver, method, arguments);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> outsideOfARequestItIsTheSame() {
        return KINDS.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.type.getSimpleName(), () -> {
                    for (Variant variant : Variant.values()) {
                        for (Method method : methods(kind.type)) {
                            RecordingRaw driver = new RecordingRaw();
                            @Nullable Object[] arguments = arguments(method);
                            invoke(method, proxy(kind, variant, driver), arguments);
                            assertReceived(driver, method, arguments);
                        }
                    }
                }));
    }

    private interface Check {
        void check(Kind kind, Variant variant, Method method) throws Exception;
    }

    private static Stream<DynamicTest> walk(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            for (Kind kind : KINDS) {
                for (Method method : methods(kind.type)) {
                    if (isBeyond(variant, kind, method)) {
                        continue;
                    }
                    tests.add(DynamicTest.dynamicTest(
                            variant + " " + method.toGenericString(),
                            () -> REQUESTS.within(REQUEST, () -> check.check(kind, variant, method))));
                }
            }
        }
        return tests.stream();
    }

    /** A class compiled for 17 can't call what later JDKs add with a default: their defaults go on to older methods. */
    private static boolean isBeyond(Variant variant, Kind kind, Method method) {
        if (variant == Variant.TRANSPARENT && kind.type != DataSource.class) {
            return false;
        }
        return kind.type == Connection.class
                && List.of("enquoteLiteral", "enquoteIdentifier", "enquoteNCharLiteral", "isSimpleIdentifier")
                        .contains(method.getName());
    }

    private static List<Method> methods(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    private static Object proxy(Kind kind, Variant variant, RecordingRaw driver) throws Exception {
        Object proxy = kind.source.proxy(variant, RecordingRaw.of(kind.type, driver, DriversOwn.class));
        boolean transparent = variant == Variant.TRANSPARENT && kind.type != DataSource.class;
        assertThat(proxy instanceof DriversOwn).isEqualTo(transparent);
        return proxy;
    }

    /** A driver's connection from which {@code wanted} can be had. */
    private static Connection connection(Object wanted) {
        RecordingRaw handler = new RecordingRaw();
        return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                EveryMethodTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> giving(wanted, method, handler, self, arguments));
    }

    private static @Nullable Object giving(
            Object wanted, Method method, RecordingRaw handler, Object self, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getReturnType().isInstance(wanted) && method.getReturnType() != Object.class) {
            return wanted;
        }
        if (method.getReturnType() == Statement.class || method.getReturnType() == ResultSet.class) {
            return java.lang.reflect.Proxy.newProxyInstance(
                    EveryMethodTest.class.getClassLoader(),
                    new Class<?>[] {method.getReturnType()},
                    (inner, innerMethod, innerArguments) ->
                            giving(wanted, innerMethod, handler, inner, innerArguments));
        }
        return handler.invoke(self, method, arguments);
    }

    private static @Nullable Object[] arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = RecordingRaw.sample(types[i], i);
        }
        return arguments;
    }

    private static @Nullable Object invoke(Method method, Object proxy, @Nullable Object[] arguments) throws Exception {
        try {
            return method.invoke(proxy, arguments);
        } catch (InvocationTargetException wrapped) {
            if (wrapped.getCause() instanceof Error error) {
                throw error;
            }
            throw wrapped.getCause() instanceof Exception cause ? cause : wrapped;
        }
    }

    private static void assertReceived(RecordingRaw driver, Method method, @Nullable Object[] arguments) {
        List<RecordingRaw.Received> received = driver.received;
        assertThat(received).hasSize(1);
        assertThat(received.get(0).method().getName()).isEqualTo(method.getName());
        assertThat(received.get(0).method().getParameterTypes()).isEqualTo(method.getParameterTypes());
        assertThat(received.get(0).arguments()).hasSize(arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            if (method.getParameterTypes()[i].isPrimitive()) {
                assertThat(received.get(0).arguments().get(i)).isEqualTo(arguments[i]);
            } else {
                assertThat(received.get(0).arguments().get(i)).isSameAs(arguments[i]);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static void assertAnswer(Method method, @Nullable Object result, @Nullable Object answered) {
        if (method.getReturnType().isPrimitive()) {
            assertThat(result).isEqualTo(answered);
        } else if (result != answered) {
            assertThat(result).isInstanceOf(method.getReturnType());
            assertThat(isExpectedProxy(method, result)).as("proxied").isTrue();
        } else {
            assertThat(isLeadingBack(method)).as("proxied").isFalse();
        }
    }

    private static boolean isExpectedProxy(Method method, @Nullable Object result) {
        return JdbcProxy.of(result) != null || method.getReturnType() == ConnectionBuilder.class;
    }

    private static boolean isLeadingBack(Method method) {
        Class<?> type = method.getReturnType();
        return type == Connection.class
                || Statement.class.isAssignableFrom(type)
                || type == ResultSet.class
                || type == DatabaseMetaData.class;
    }

    private static List<Throwable> throwables(Method method) {
        List<Throwable> thrown =
                new ArrayList<>(List.of(new IllegalStateException("runtime"), new AssertionError("error")));
        for (Class<?> declared : method.getExceptionTypes()) {
            thrown.add(declared == SQLException.class ? new SQLException("sql") : new SQLClientInfoException());
        }
        thrown.removeIf(t -> t instanceof SQLClientInfoException
                && !List.of(method.getExceptionTypes()).contains(SQLClientInfoException.class));
        return thrown;
    }
}
