package com.example.agent;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Requests that ask a database and a service, on their own thread and on one of a pool. */
public class MixedApplication extends VanillaApplication {

    private final String service = "http://127.0.0.1:" + number("service.port");
    private final DataSource dataSource = dataSource();
    private final HttpClient client = client();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    /** Connects before any request. */
    public MixedApplication() throws Exception {
        query("before");
        on("/query", () -> query("in the request"));
        on("/call", this::call);
        on("/both", this::both);
    }

    protected DataSource dataSource() {
        return JdbcConnectionPool.create("jdbc:h2:mem:mixed", "sa", "");
    }

    protected HttpClient client() {
        return HttpClient.newHttpClient();
    }

    /** A task that is given to a pool. */
    protected Runnable given(Runnable task) {
        return task;
    }

    private void query(String what) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT '" + what + "', ?")) {
            statement.setInt(1, 7);
            statement.executeQuery().close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void call() throws Exception {
        HttpRequest hello =
                HttpRequest.newBuilder(URI.create(service + "/hello?q=1")).build();
        client.send(hello, BodyHandlers.ofString());
    }

    private void both() throws Exception {
        query("first");
        call();
        pool.submit(given(() -> query("by the pool"))).get();
        query("last");
    }

    @Override
    protected void close() {
        pool.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new MixedApplication().serve();
    }
}
