package com.example.agent;

import java.util.concurrent.ThreadPoolExecutor;
import org.h2.jdbcx.JdbcConnectionPool;
import org.mockito.Mockito;

/** As a test does that mocks classes which are instrumented, final ones among them, and uses real ones of the same. */
@SuppressWarnings("DirectInvocationOnMock") // whether they are mocks is what is tried
public final class MockingApplication extends MixedApplication {

    private final JdbcConnectionPool connections = Mockito.mock(JdbcConnectionPool.class);

    MockingApplication() throws Exception {
        on("/mocked", this::mocked);
    }

    private void mocked() throws Exception {
        ThreadPoolExecutor executor = Mockito.mock(ThreadPoolExecutor.class);
        Mockito.when(executor.getPoolSize()).thenReturn(42);
        Mockito.when(connections.getActiveConnections()).thenReturn(7);
        if (executor.getPoolSize() != 42
                || connections.getActiveConnections() != 7
                || connections.getConnection() != null) {
            throw new IllegalStateException("not mocked");
        }
        get(address() + "/both");
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new MockingApplication().serve();
    }
}
