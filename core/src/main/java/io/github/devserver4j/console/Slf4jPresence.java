package io.github.devserver4j.console;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether SLF4J can be asked for loggers. Without a provider it would print a warning of its own, which an
 * application that does not use SLF4J is not to see because of us.
 */
final class Slf4jPresence {

    private Slf4jPresence() {}

    /** Whether classes of {@code loader} see SLF4J, and SLF4J sees a provider (2.x) or a binding (1.x). */
    static boolean hasProvider(@Nullable ClassLoader loader) {
        try {
            ClassLoader slf4j =
                    Class.forName("org.slf4j.LoggerFactory", false, loader).getClassLoader();
            Class<?> providerType = find("org.slf4j.spi.SLF4JServiceProvider", slf4j);
            if (providerType == null) {
                return find("org.slf4j.impl.StaticLoggerBinder", slf4j) != null;
            }
            return System.getProperty("slf4j.provider") != null || hasService(providerType, slf4j);
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    private static boolean hasService(Class<?> type, @Nullable ClassLoader loader) {
        try {
            return ServiceLoader.load(type, loader).stream().findFirst().isPresent();
        } catch (ServiceConfigurationError foreign) { // of an SLF4J in a parent class loader, say
            return false;
        }
    }

    private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }
}
