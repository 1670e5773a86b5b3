package com.example.tellybug;

import com.example.tellybug.servers.Servers;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.jetty.JettyDevServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** The application on its own Jetty, with devserver in front. */
final class Tellybug implements AutoCloseable {

    private final Server server;
    private final Clients clients;

    private Tellybug(Server server, Clients clients) {
        this.server = server;
        this.clients = clients;
    }

    static Tellybug start(int port, Servers servers, DevServer devServer) throws Exception {
        Clients clients = Clients.connect(servers, devServer);
        try {
            Tables.create(clients.dynamoDb());
            Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server.setHandler(context(clients, devServer));
            server.start();
            return new Tellybug(server, clients);
        } catch (Exception failure) {
            clients.close();
            throw failure;
        }
    }

    private static ServletContextHandler context(Clients clients, DevServer devServer) {
        EventDao events = new EventDao(clients.database());
        StateService states = new StateService(clients.memcached(), events);
        VoteCounter votes = new VoteCounter(clients.redis(), clients.dynamoDb());
        UserRepository users = new UserRepository(clients.dynamoDb(), clients.cassandra());

        ServletContextHandler context = new ServletContextHandler("/");
        JettyDevServer.install(context, devServer);
        context.addServlet(new ServletHolder(new StateServlet(states)), "/state/*");
        context.addServlet(new ServletHolder(new ResultsServlet(events, votes)), "/results/*");
        context.addServlet(new ServletHolder(new VoteServlet(states, users, votes, clients.gateway())), "/vote/*");
        return context;
    }

    URI address() {
        return server.getURI().resolve("/");
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        clients.close();
    }
}
