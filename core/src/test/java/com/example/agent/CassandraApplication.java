package com.example.agent;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.net.InetSocketAddress;

/** Queries of Cassandra. */
@SuppressWarnings("AddressSelection") // what is called counts
public class CassandraApplication extends VanillaApplication {

    private static final String BY_ID = "SELECT * FROM users WHERE id = ?";

    private final CqlSession session = session();

    /** Connects before any request. */
    public CassandraApplication() {
        on("/sync", () -> session.execute("SELECT * FROM users WHERE id = 1"));
        on(
                "/values",
                () -> session.execute(SimpleStatement.newInstance(BY_ID, 42)).all());
        on(
                "/async",
                () -> session.executeAsync("SELECT * FROM users WHERE id = 2")
                        .toCompletableFuture()
                        .join());
        on("/made", () -> {
            try (CqlSession made = session()) {
                made.execute("SELECT * FROM users WHERE id = 3");
            }
        });
    }

    protected CqlSession session() {
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress("127.0.0.1", number("cassandra.port")))
                .withLocalDatacenter(System.getProperty("cassandra.datacenter"))
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                        .build())
                .build();
    }

    @Override
    protected void close() {
        session.close();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new CassandraApplication().serve();
    }
}
