package com.example.agent;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A servlet in an embedded Jetty that does one thing for each path; asks for each path once, and ends. */
public abstract class VanillaApplication {

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Set<String> askedByItself = new HashSet<>();
    private volatile String address = "";

    /** What is done for a path. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does this for a path. */
    protected final void on(String path, Step step) {
        steps.put(path, step);
    }

    /** As {@link #on}, but the application asks for that path by itself. */
    protected final void onlyOn(String path, Step step) {
        steps.put(path, step);
        askedByItself.add(path);
    }

    /** Answers a request. */
    protected void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Step step = steps.get(request.getRequestURI());
        if (step == null) {
            throw new IOException(request.getRequestURI());
        }
        step.run();
    }

    /** What subclasses change of the context. */
    protected void configure(ServletContextHandler context) {}

    /** Closes what was opened. */
    protected void close() throws Exception {}

    /** Serves until each path was asked for. */
    public final void serve() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        configure(context);
        ServletHolder holder = new ServletHolder(new Steps());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/");
        server.setHandler(context);
        server.start();
        try {
            address = "http://127.0.0.1:" + connector.getLocalPort();
            ask(address);
        } catch (Throwable failure) {
            failure.printStackTrace(System.out);
            Runtime.getRuntime().halt(1); // threads may wait for ever
        } finally {
            close();
            server.stop();
        }
    }

    /** Where it listens: {@code http://127.0.0.1:40123}. */
    protected final String address() {
        return address;
    }

    /** Asks for all paths, one after another. */
    protected void ask(String server) throws Exception {
        for (String path : steps.keySet()) {
            if (!askedByItself.contains(path)) {
                get(server + path);
            }
        }
    }

    /** Asks for a path. */
    protected static void get(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setReadTimeout(30_000);
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }

    /** A number that this JVM was started with. */
    protected static int number(String property) {
        return Integer.getInteger(property, -1);
    }

    private final class Steps extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                handle(request, response);
            } catch (Exception failure) {
                failure.printStackTrace(System.out);
                throw new IOException(failure);
            }
        }
    }
}
