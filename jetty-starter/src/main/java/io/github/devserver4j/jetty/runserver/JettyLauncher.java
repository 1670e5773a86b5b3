package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.terminal.TerminalSession;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Runs one context in a Jetty until the JVM is told to end. */
final class JettyLauncher {

    private final ListenAddress address;
    private final Path application;
    private final Server server = new Server();
    private final ServerConnector connector;

    private JettyLauncher(ListenAddress address, Path application) {
        this.address = address;
        this.application = application;
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    }

    /**
     * Starts the context and serves it; returns when the server was stopped.
     *
     * @param started what is to be done when it has started
     * @throws LaunchException if the address can't be listened to, or the application fails to start
     */
    static void serve(
            Handler context, ListenAddress address, Path application, TerminalSession terminal, Runnable started)
            throws LaunchException, InterruptedException {
        JettyLauncher launcher = new JettyLauncher(address, application);
        launcher.start(context);
        started.run();
        String url = address.url(launcher.connector.getLocalPort());
        Banner.print(application, url, System.out);
        terminal.listening(url);
        ServerLog.started();
        launcher.server.join();
    }

    private void start(Handler context) throws LaunchException {
        connector.setHost(address.host());
        connector.setPort(address.port());
        server.addConnector(connector);
        server.setHandler(context);
        server.setStopAtShutdown(true);
        listen();
        try {
            server.start();
        } catch (Exception | LinkageError failure) {
            stop();
            throw new LaunchException(application + " failed to start: " + reason(failure), failure);
        }
    }

    /** Takes the port before the application is started: its start may take long. */
    private void listen() throws LaunchException {
        try {
            connector.open();
        } catch (IOException refused) {
            throw new LaunchException(reason(refused), refused);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = Failures.rootOf(failure);
        String missing = String.valueOf(root.getMessage()).replace('/', '.');
        if ((root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError)
                && missing.startsWith("javax.servlet.")) {
            return "it is made for Java EE (" + missing + "), and this server is one for Jakarta EE 9 and later";
        }
        return Failures.oneLine(failure);
    }

    private String reason(IOException refused) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        String message = String.valueOf(cause.getMessage());
        String where = address.host() + ":" + address.port();
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "there is no host " + address.host();
        }
        if (!(cause instanceof BindException)) {
            return "can't listen on " + where + ": " + message;
        }
        if (message.contains("Permission denied")) {
            return "you don't have permission to listen on " + where + ". Take a port from 1024 on";
        }
        if (message.contains("assign")) {
            return "the address " + address.host() + " can't be assigned to: it is not one of this machine's";
        }
        return "that port is already in use: " + where + ". Stop what uses it, or give another: runserver "
                + application + " " + (address.port() + 1);
    }

    private void stop() {
        try {
            server.stop();
        } catch (Exception alsoFailed) {
            // the failure to start is what is told
        }
    }
}
