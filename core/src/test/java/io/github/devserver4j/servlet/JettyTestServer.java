package io.github.devserver4j.servlet;

import org.eclipse.jetty.ee11.servlet.DefaultServlet;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty 12.1. */
final class JettyTestServer implements TestServer {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    private JettyTestServer(WebApp app) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setBaseResourceAsPath(app.files());
        context.addServlet(new ServletHolder("default", DefaultServlet.class), "/");
        context.addServletContainerInitializer((classes, servletContext) -> {
            app.setUp().accept(servletContext);
        });
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        app.errorPages().forEach(errors::addErrorPage);
        app.exceptionPages().forEach(errors::addErrorPage);
        context.setErrorHandler(errors);
        server.setHandler(context);
        server.start();
    }

    static TestServer start(WebApp app) throws Exception {
        return new JettyTestServer(app);
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
