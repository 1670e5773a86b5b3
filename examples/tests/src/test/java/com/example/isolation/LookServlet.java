package com.example.isolation;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URL;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which classes and files it sees, and where they come from. */
@WebServlet("/look")
public final class LookServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(LookServlet.class);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        for (String name :
                request.getParameterValues("class") == null ? new String[0] : request.getParameterValues("class")) {
            out.println(name + ": " + originOf(name));
        }
        for (String name :
                request.getParameterValues("file") == null ? new String[0] : request.getParameterValues("file")) {
            out.println(name + ": " + filesOf(name));
        }
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            out.println("driver " + driver.getClass().getName());
        }
        DriverManager.drivers()
                .forEach(driver -> out.println("registered " + driver.getClass().getName()));
        LOG.warn("the application's own log");
    }

    private static String originOf(String name) {
        try {
            Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            ClassLoader loader = type.getClassLoader();
            String version = type.getPackage().getImplementationVersion();
            return LookServlet.class.getClassLoader().equals(loader) ? "own " + version : "the server's";
        } catch (ClassNotFoundException | LinkageError absent) {
            return "none";
        }
    }

    private static String filesOf(String name) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        long own = Collections.list(loader.getResources(name)).stream()
                .map(URL::toString)
                .filter(url -> url.contains("WEB-INF"))
                .count();
        long all = Collections.list(loader.getResources(name)).size();
        return own + " own, " + (all - own) + " of the server";
    }
}
