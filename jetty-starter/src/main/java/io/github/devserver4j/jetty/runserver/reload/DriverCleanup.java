package io.github.devserver4j.jetty.runserver.reload;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Takes the JDBC drivers of an application that has stopped out of DriverManager, where they have put themselves and would keep
 * its class loader. DriverManager shows a driver only to classes whose loader sees it, so this class is loaded once more below
 * the application's.
 */
public final class DriverCleanup implements Runnable {

    private static final Logger LOG = System.getLogger("devserver");

    /** Used by {@link #deregisterDriversOf}. */
    public DriverCleanup() {}

    static void deregisterDriversOf(ClassLoader application) {
        try (InputStream in = DriverCleanup.class.getResourceAsStream("DriverCleanup.class")) {
            if (in != null) {
                Class<?> below = new Below(application).define(in.readAllBytes());
                ((Runnable) below.getConstructor().newInstance()).run();
            }
        } catch (IOException | ReflectiveOperationException | LinkageError failure) {
            LOG.log(Level.DEBUG, "drivers of the application stay registered", failure);
        }
    }

    @Override
    public void run() {
        ClassLoader application = DriverCleanup.class.getClassLoader().getParent();
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (application.equals(driver.getClass().getClassLoader())) {
                deregister(driver);
            }
        }
    }

    private static void deregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException | SecurityException refused) {
            LOG.log(Level.DEBUG, "a driver stays registered", refused);
        }
    }

    private static final class Below extends ClassLoader {
        Below(@Nullable ClassLoader parent) {
            super(parent);
        }

        Class<?> define(byte[] bytes) {
            return defineClass(DriverCleanup.class.getName(), bytes, 0, bytes.length);
        }
    }
}
