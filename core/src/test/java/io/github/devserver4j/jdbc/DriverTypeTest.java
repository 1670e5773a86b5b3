package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;

/** What is kept with a driver's class. */
class DriverTypeTest {

    @Test
    void aDriverDoesNotKeepTheApplicationThatUsedIt() throws Exception {
        WeakReference<ClassLoader> application = usedByAnApplication();
        for (int i = 0; i < 100 && application.get() != null; i++) {
            System.gc();
            Thread.sleep(20); // what the collector has done can't be waited for
        }
        assertThat(application.get()).isNull();
    }

    private static WeakReference<ClassLoader> usedByAnApplication() throws Exception {
        Application loader = new Application();
        Class<?> types = loader.loadClass(DriverType.class.getName());
        assertThat(types.getClassLoader()).isSameAs(loader);
        Class<?> wrapper = loader.loadClass(TracingConnection.class.getName());
        Method of = types.getDeclaredMethod("of", Class.class, Class.class, Class.class);
        of.setAccessible(true);
        Object type = of.invoke(null, JdbcConnection.class, wrapper, Connection.class);
        Method route = types.getDeclaredMethod("wrapperMethod", Method.class);
        route.setAccessible(true);
        assertThat(route.invoke(type, Connection.class.getMethod("commit"))).isNotNull();
        return new WeakReference<>(loader);
    }

    /** Has classes of ours of its own, and shares the driver. */
    private static final class Application extends URLClassLoader {

        Application() {
            super(
                    new URL[] {
                        DriverType.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    DriverTypeTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.github.devserver4j.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : findClass(name);
        }
    }
}
