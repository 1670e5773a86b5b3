package com.example.agent;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A servlet in an embedded Jetty that does one thing for each path; asks for each path once, and ends. */
public abstract class VanillaApplication {

    private final Map<String, Step> steps = new LinkedHashMap<>();

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
            ask("http://127.0.0.1:" + connector.getLocalPort());
        } finally {
            close();
            server.stop();
        }
    }

    /** Asks for all paths, one after another. */
    protected void ask(String server) throws Exception {
        for (String path : steps.keySet()) {
            get(server + path);
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
                step(request.getRequestURI()).run();
            } catch (Exception failure) {
                throw new IOException(failure);
            }
        }

        private Step step(String path) throws IOException {
            Step step = steps.get(path);
            if (step == null) {
                throw new IOException(path);
            }
            return step;
        }
    }
}
