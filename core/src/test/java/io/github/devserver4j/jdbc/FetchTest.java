package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.TraceSettings;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long fetching is said to have taken, by a clock that moves with each row. */
class FetchTest {

    private final AtomicLong clock = new AtomicLong();

    @Test
    void slowRowsAreTimedExactly() throws Exception {
        assertThat(fetchNanos(50, 1_000_000)).isEqualTo(51 * 1_000_000L);
    }

    @Test
    void fastRowsAreSampled() throws Exception {
        // next() is called 129 times: the first two, and then the 33rd, 65th, 97th and 129th for 32 each
        assertThat(fetchNanos(128, 100)).isEqualTo((2 + 4 * 32) * 100L);
    }

    private long fetchNanos(int rows, long nanosPerRow) throws Exception {
        TraceSettings settings = new TraceSettings(clock::get, 10, CallSites.off());
        AtomicLong left = new AtomicLong(rows);
        ResultSet raw = (ResultSet) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ResultSet.class}, (self, method, arguments) -> {
                    clock.addAndGet(nanosPerRow);
                    return left.getAndDecrement() > 0;
                });
        try (RecordedTrace requests = new RecordedTrace(settings)) {
            return requests.call(() -> {
                        ResultSet result = select(requests, raw).executeQuery();
                        while (result != null && result.next()) {
                            assertThat(left.get()).isNotNegative();
                        }
                    })
                    .fetchNanos();
        }
    }

    private PreparedStatement select(RecordedTrace requests, ResultSet raw) throws Exception {
        PreparedStatement statement = (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> raw);
        Connection connection = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> method.getReturnType() == PreparedStatement.class ? statement : null);
        return requests.tracing.wrap(connection).prepareStatement("SELECT 1");
    }
}
