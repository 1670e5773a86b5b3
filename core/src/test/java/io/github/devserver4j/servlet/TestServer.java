package io.github.devserver4j.servlet;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A real server with one web application at its root, on a port of its own. */
interface TestServer extends AutoCloseable {

    int port();

    /** Starts a server with this application. */
    @FunctionalInterface
    interface Starter {
        TestServer start(WebApp app) throws Exception;
    }

    /**
     * What the Servlet API can set up by itself, and what it can't.
     *
     * @param setUp adds servlets, filters and listeners
     * @param errorPages by status
     * @param exceptionPages by exception
     * @param files what the container's DefaultServlet serves
     */
    record WebApp(
            Consumer<ServletContext> setUp,
            Map<Integer, String> errorPages,
            Map<Class<? extends Throwable>, String> exceptionPages,
            Path files) {}
}
