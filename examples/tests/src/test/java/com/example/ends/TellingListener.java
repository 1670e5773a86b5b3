package com.example.ends;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file when the application ends. */
public final class TellingListener implements ServletContextListener {

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            Files.writeString(Path.of(event.getServletContext().getInitParameter("file")), "destroyed");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
