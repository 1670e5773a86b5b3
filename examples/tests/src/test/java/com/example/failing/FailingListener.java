package com.example.failing;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Fails when the application starts. */
public final class FailingListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        throw new IllegalStateException("no database", new IllegalArgumentException("DATABASE_URL is not set"));
    }
}
