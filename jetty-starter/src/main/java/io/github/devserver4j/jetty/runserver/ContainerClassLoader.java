package io.github.devserver4j.jetty.runserver;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher lends to web applications: the JDK, the Jakarta APIs of a servlet container, Jetty, which Jetty hides from them in its own way, and Jasper, which compiled JSPs call.
 * Everything else in {@code devserver.jar} (its SLF4J, Logback, Byte Buddy, p6spy, HikariCP, CDI, and their service
 * files) is not there for an application, which so gets its own or none. Thread-safe.
 */
final class ContainerClassLoader extends ClassLoader {

    private static final List<String> LENT = List.of(
            "jakarta.annotation.",
            "jakarta.el.",
            "jakarta.servlet.",
            "jakarta.transaction.",
            "jakarta.websocket.",
            "org.eclipse.jetty.",
            "org.apache.jasper.",
            "org.apache.el.",
            "org.apache.juli.",
            "org.apache.tomcat.");

    private static final List<String> LENT_FILES =
            List.of("jndi.properties", "META-INF/services/jakarta.", "META-INF/services/org.eclipse.jetty.");

    private final ClassLoader launcher = ContainerClassLoader.class.getClassLoader();

    static {
        registerAsParallelCapable();
    }

    ContainerClassLoader() {
        super("devserver-container", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (LENT.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return launcher.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return isLent(name) ? launcher.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return isLent(name) ? launcher.getResources(name) : Collections.emptyEnumeration();
    }

    private static boolean isLent(String resource) {
        return LENT_FILES.stream().anyMatch(resource::startsWith)
                || LENT.stream().anyMatch(resource.replace('/', '.')::startsWith);
    }
}
