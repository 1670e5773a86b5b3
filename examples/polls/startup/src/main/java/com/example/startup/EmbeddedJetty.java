package com.example.startup;

import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves a WAR, as Jetty's documentation has it: {@code EmbeddedJetty polls.war 8000}. */
final class EmbeddedJetty {

    private EmbeddedJetty() {}

    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[1]));
        server.addConnector(connector);
        WebAppContext context = new WebAppContext();
        context.setContextPath("/");
        context.setWar(arguments[0]);
        context.addConfiguration(new AnnotationConfiguration());
        server.setHandler(context);
        server.start();
        server.join();
    }
}
