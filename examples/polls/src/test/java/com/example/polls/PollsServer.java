package com.example.polls;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** The application on a real Jetty, on a free port. */
final class PollsServer {

    private final Server server;

    private PollsServer(Server server) {
        this.server = server;
    }

    static PollsServer start(@Nullable String databaseUrl) throws Exception {
        WebAppContext context = new WebAppContext();
        context.setContextPath("/polls");
        context.setBaseResourceAsPath(Path.of("src/main/webapp"));
        context.addConfiguration(new AnnotationConfiguration());
        context.setAttribute(MetaInfConfiguration.CONTAINER_JAR_PATTERN, ".*/target/classes/");
        context.setInitParameter(PollsListener.DATABASE_URL, databaseUrl == null ? "" : databaseUrl);
        context.setThrowUnavailableOnStartupException(true);
        Server server = new Server(0);
        server.setHandler(context);
        server.start();
        return new PollsServer(server);
    }

    URI uri(String path) {
        return server.getURI().resolve("/polls" + path);
    }

    void stop() throws Exception {
        server.stop();
    }
}
