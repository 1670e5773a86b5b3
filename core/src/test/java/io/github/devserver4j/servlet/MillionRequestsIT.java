package io.github.devserver4j.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerFilter;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.console.BlockSink;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Server;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A million requests (or as many as the system property {@code devserver.test.requests} says) through Jetty and the
 * filter in one JVM: nothing that is left after the garbage collection keeps growing, and no block is lost.
 */
@Timeout(180)
final class MillionRequestsIT {

    private static final int REQUESTS = Integer.getInteger("devserver.test.requests", 1_000_000);
    private static final int ON_ONE_CONNECTION = 1_000;

    /** Half a byte for each request. */
    private static final long ALLOWED_GROWTH = REQUESTS / 2;

    private long asked;
    private final AtomicLong printed = new AtomicLong();
    private final BlockSink counting = block -> printed.incrementAndGet();
    private final DevServer devServer =
            DevServer.create(DevServerSettings.builder().build(), counting);
    private final TracingFilter filter = TracingFilter.create(devServer.tracer(), List.of());
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    @AfterEach
    void stop() throws Exception {
        server.stop();
        devServer.close();
    }

    @Test
    void nothingKeepsGrowing() throws Exception {
        start();
        ask(REQUESTS / 5);
        long early = liveBytes();
        ask(REQUESTS * 2 / 5);
        long half = liveBytes();
        ask(REQUESTS * 2 / 5);
        long late = liveBytes();
        System.out.printf("live heap after a fifth, three fifths, all: %,d %,d %,d bytes%n", early, half, late);

        assertThat(filter.openRequests()).isZero();
        devServer.close();
        assertThat(printed.get()).isEqualTo(asked);
        assertThat(late - half).isLessThan(ALLOWED_GROWTH);
        assertThat(late - early).isLessThan(ALLOWED_GROWTH);
    }

    private void start() throws Exception {
        Small servlet = new Small(devServer);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servlets) -> addFilter(servlets));
        context.addServlet(new ServletHolder(servlet), "/");
        server.setHandler(context);
        server.start();
    }

    private void addFilter(ServletContext servlets) {
        FilterRegistration.Dynamic registration = servlets.addFilter("devserver", filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(DevServerFilter.dispatcherTypes(), false, "/*");
    }

    private void ask(int requests) throws Exception {
        for (int done = 0; done < requests; done += ON_ONE_CONNECTION) {
            int next = Math.min(ON_ONE_CONNECTION, requests - done);
            String request = "GET /?" + done + " HTTP/1.1\r\nHost: local\r\n\r\n";
            String last = "GET /?last HTTP/1.1\r\nHost: local\r\nConnection: close\r\n\r\n";
            LocalEndPoint connection = connector.executeRequest(request.repeat(next - 1) + last);
            connection.waitUntilClosedOrIdleFor(30, TimeUnit.SECONDS);
        }
        asked += requests;
        awaitBlocks();
    }

    /** Requests that are yet to be printed would count as live. */
    private void awaitBlocks() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (printed.get() < asked && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(printed.get()).isEqualTo(asked);
    }

    private static long liveBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** One statement and one cache call each; one request in a hundred is asynchronous. */
    private static final class Small extends HttpServlet {
        private final transient Connection connection;
        private final transient Cache<Integer, Integer> cache;
        private int served;

        Small(DevServer devServer) throws SQLException {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:");
            this.connection = devServer.jdbc().wrap(h2.getConnection());
            this.cache = CaffeineTracing.create(devServer.currentTrace())
                    .wrap(Caffeine.newBuilder().maximumSize(100).build());
        }

        private int query(int number) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS INT)")) {
                statement.setInt(1, number);
                ResultSet rows = statement.executeQuery();
                rows.next();
                return rows.getInt(1);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int sum = cache.get(served % 1_000, this::query) + query(served);
            response.getOutputStream().print(sum);
            served++;
            if (served % 100 == 1) {
                request.startAsync().complete();
            }
            if (served % 100 == 2) {
                throw new IllegalStateException("one in a hundred");
            }
        }
    }
}
