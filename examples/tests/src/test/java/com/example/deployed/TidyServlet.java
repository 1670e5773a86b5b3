package com.example.deployed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.h2.Driver;
import org.h2.jdbcx.JdbcConnectionPool;

/** Asks a database, a cache, a pool's thread and one of its own; closes all of it at its end. */
@SuppressWarnings("FutureReturnValueIgnored") // what is called counts
@WebServlet("/tidy")
public final class TidyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("NullAway.Init") // by the container
    private transient JdbcConnectionPool connections;

    @SuppressWarnings("NullAway.Init") // by the container
    private transient ExecutorService pool;

    @SuppressWarnings("NullAway.Init") // by the container
    private transient Cache<String, String> cache;

    @Override
    public void init() {
        connections = JdbcConnectionPool.create("jdbc:h2:mem:tidy", "sa", "");
        pool = Executors.newFixedThreadPool(2);
        cache = Caffeine.newBuilder().maximumSize(10).executor(Runnable::run).build();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            query("in the request");
            response.setHeader("Name", cache.get("name", name -> "Ann"));
            pool.submit(() -> query("in the pool")).get();
            CompletableFuture.runAsync(() -> query("in a future"), pool)
                    .thenRunAsync(() -> query("in a stage"), pool)
                    .get();
            Thread thread = new Thread(() -> query("in a thread"));
            thread.start();
            thread.join();
            new CompletableFuture<String>().thenRun(() -> query("never"));
        } catch (InterruptedException | ExecutionException failure) {
            throw new ServletException(failure);
        }
    }

    private void query(String what) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT '" + what + "'")) {
            statement.executeQuery().close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void destroy() {
        pool.shutdown();
        try {
            pool.awaitTermination(10, TimeUnit.SECONDS); // its threads, too
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        connections.dispose();
        Driver.unload();
    }
}
