package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.TraceSettings;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** How long fetching is said to have taken, by a clock that moves with each row. */
class FetchTest {

    private final AtomicLong clock = new AtomicLong();

    @Test
    void slowRowsAreTimedExactly() throws Exception {
        assertThat(fetchNanos(50, 1_000_000)).isEqualTo(51 * 1_000_000L);
    }

    @Test
    void ofFastRowsSomeAreTimedAndStandForThemselvesAlone() throws Exception {
        // the first two and then the 11th, 21st, ... and 121st
        assertThat(fetchNanos(128, 100)).isEqualTo(14 * 100L);
    }

    @Test
    void blocksOfTenAreTimedExactly() throws Exception {
        assertThat(fetchNanos(150, call -> call % 10 == 0 ? 5_000_000 : 0, 0)).isEqualTo(16 * 5_000_000L);
    }

    @Test
    void ofBlocksOfAnotherSizeTheFirstAtMostGoesUnseen() throws Exception {
        for (int size : new int[] {3, 7, 32, 64, 99, 128, 1_000}) {
            long trips = 20_000L / size + 1;
            long nanos = fetchNanos(20_000, call -> call % size == 0 ? 5_000_000 : 0, 0);
            assertThat(nanos).describedAs("blocks of %s", size).isBetween((trips - 1) * 5_000_000, trips * 5_000_000);
        }
    }

    @Test
    void blocksOfTheStatementsFetchSizeAreTimedExactly() throws Exception {
        assertThat(fetchNanos(640, call -> call % 32 == 0 ? 5_000_000 : 0, 32)).isEqualTo(21 * 5_000_000L);
    }

    private long fetchNanos(int rows, long nanosPerRow) throws Exception {
        return fetchNanos(rows, call -> nanosPerRow, 0);
    }

    private long fetchNanos(int rows, LongUnaryOperator nanosOfCall, int fetchSize) throws Exception {
        TraceSettings settings = new TraceSettings(clock::get, 10, CallSites.off());
        AtomicLong calls = new AtomicLong();
        ResultSet raw = (ResultSet) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ResultSet.class}, (self, method, arguments) -> {
                    clock.addAndGet(nanosOfCall.applyAsLong(calls.get()));
                    return calls.getAndIncrement() < rows;
                });
        try (RecordedTrace requests = new RecordedTrace(settings)) {
            return requests.call(() -> {
                        PreparedStatement select = select(requests, raw);
                        if (fetchSize > 0) {
                            select.setFetchSize(fetchSize);
                        }
                        ResultSet result = select.executeQuery();
                        while (result != null && result.next()) {
                            assertThat(calls.get()).isPositive();
                        }
                    })
                    .fetchNanos();
        }
    }

    private PreparedStatement select(RecordedTrace requests, ResultSet raw) throws Exception {
        PreparedStatement statement = (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> method.getReturnType() == ResultSet.class ? raw : null);
        Connection connection = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> method.getReturnType() == PreparedStatement.class ? statement : null);
        return requests.tracing.wrap(connection).prepareStatement("SELECT 1");
    }
}
