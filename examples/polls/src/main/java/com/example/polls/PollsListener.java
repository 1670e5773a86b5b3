package com.example.polls;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** Opens what the servlets share when the application starts, and closes it when the application stops. */
@WebListener
public final class PollsListener implements ServletContextListener {

    static final String DATABASE_URL = "DATABASE_URL";

    private static final int ASYNC_THREADS = 4;

    private @Nullable Database database;
    private @Nullable ScheduledExecutorService executor;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Database opened = Database.open(databaseUrl(context));
        database = opened;
        executor = new ScheduledThreadPoolExecutor(ASYNC_THREADS, task -> new Thread(task, "polls-async"));
        context.setAttribute(PollDao.class.getName(), new PollDao(opened.dataSource()));
        context.setAttribute(PollService.class.getName(), new PollService(opened.dataSource(), Ticker.systemTicker()));
        context.setAttribute(ScheduledExecutorService.class.getName(), executor);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (executor != null) {
            executor.shutdownNow();
        }
        if (database != null) {
            database.close();
        }
        deregisterDrivers(event.getServletContext());
    }

    static PollDao dao(ServletContext context) {
        return (PollDao) context.getAttribute(PollDao.class.getName());
    }

    static PollService service(ServletContext context) {
        return (PollService) context.getAttribute(PollService.class.getName());
    }

    static ScheduledExecutorService executor(ServletContext context) {
        return (ScheduledExecutorService) context.getAttribute(ScheduledExecutorService.class.getName());
    }

    private static @Nullable String databaseUrl(ServletContext context) {
        String parameter = context.getInitParameter(DATABASE_URL);
        return parameter == null ? System.getenv(DATABASE_URL) : parameter;
    }

    /** Gives up the drivers that came with this application: the JVM's list would keep all its classes loaded. */
    private static void deregisterDrivers(ServletContext context) {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (context.getClassLoader().equals(driver.getClass().getClassLoader())) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException e) {
                    context.log("A driver stays registered: " + driver, e);
                }
            }
        }
    }
}
