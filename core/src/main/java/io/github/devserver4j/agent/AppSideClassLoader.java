package io.github.devserver4j.agent;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Loads an integration once more, beside the library that an application brings: a class that implements the
 * application's Caffeine must be linked against that Caffeine. Everything else of devserver is the one there is.
 */
final class AppSideClassLoader extends ClassLoader {

    private static final String OWN_PACKAGE = "io.github.devserver4j.";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader devServer;
    private final String[] integrationPackages;

    /**
     * A child of the application's class loader.
     *
     * @param application the loader that sees the library
     * @param integrationPackages packages of devserver, with a dot at the end, that refer to the library's classes
     */
    AppSideClassLoader(ClassLoader application, String... integrationPackages) {
        super("devserver-app-side", application);
        this.devServer = AppSideClassLoader.class.getClassLoader();
        this.integrationPackages = integrationPackages;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN_PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        if (!isIntegration(name)) {
            return devServer.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private boolean isIntegration(String className) {
        for (String integrationPackage : integrationPackages) {
            if (className.startsWith(integrationPackage)) {
                return true;
            }
        }
        return false;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (@Nullable InputStream file = devServer.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, AppSideClassLoader.class.getProtectionDomain());
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
