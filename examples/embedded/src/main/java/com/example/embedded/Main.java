package com.example.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.jetty.JettyDevServer;
import javax.sql.DataSource;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/** An application with an embedded Jetty, a database and a cache, wired to devserver by hand. */
public final class Main {

    private Main() {}

    /** Serves {@code /greeting?name=Ada} on port 8000 until the JVM ends. */
    public static void main(String[] arguments) throws Exception {
        start(8000).join();
    }

    static Server start(int port) throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        DevServer devServer = JettyDevServer.install(context);

        DataSource dataSource = devServer.wrap(database());
        Cache<String, String> greetings = CaffeineTracing.create(devServer.currentTrace())
                .wrap(Caffeine.newBuilder().maximumSize(100).build(), "greetings");

        context.addServlet(new ServletHolder(new GreetingServlet(dataSource, greetings)), "/greeting");
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        return server;
    }

    private static DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:greetings;DB_CLOSE_DELAY=-1");
        return h2;
    }
}
