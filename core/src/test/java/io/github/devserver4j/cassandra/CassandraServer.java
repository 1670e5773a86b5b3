package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.simulacron.common.cluster.ClusterSpec;
import com.datastax.oss.simulacron.common.cluster.QueryLog;
import com.datastax.oss.simulacron.common.stubbing.PrimeDsl.PrimeBuilder;
import com.datastax.oss.simulacron.server.BindNodeException;
import com.datastax.oss.simulacron.server.BoundCluster;
import com.datastax.oss.simulacron.server.BoundNode;
import com.datastax.oss.simulacron.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A simulated cluster on free ports, and sessions to it. */
public final class CassandraServer implements AutoCloseable {

    private static final Set<String> COUNTED = Set.of("QUERY", "PREPARE", "EXECUTE", "BATCH");

    private final Server server = Server.builder()
            .withAddressResolver(CassandraServer::freeAddress)
            .withMultipleNodesPerIp(true)
            .build();

    private final BoundCluster cluster;

    private CassandraServer(int nodes) {
        cluster = register(server, nodes, 5);
    }

    /** A free port may be taken by somebody else before it is bound. */
    private static BoundCluster register(Server server, int nodes, int attempts) {
        try {
            return server.register(ClusterSpec.builder().withNodes(nodes));
        } catch (RuntimeException failed) {
            if (attempts == 1 || !(failed.getCause() instanceof BindNodeException)) {
                throw failed;
            }
            return register(server, nodes, attempts - 1);
        }
    }

    public static CassandraServer start(int nodes) {
        return new CassandraServer(nodes);
    }

    private static SocketAddress freeAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    BoundCluster cluster() {
        return cluster;
    }

    BoundNode node(int index) {
        return cluster.node(index);
    }

    /** Where a node listens, as calls tell it: {@code 127.0.0.1:40123}. */
    public String address(int index) {
        return "127.0.0.1:" + cluster.node(index).inetSocketAddress().getPort();
    }

    /** What drivers have to be told. */
    public String datacenter() {
        return node(0).getDataCenter().getName();
    }

    void prime(PrimeBuilder prime) {
        cluster.prime(prime);
    }

    /** Forgets answers and log. */
    void reset() {
        cluster.clearPrimes(true);
        cluster.clearLogs();
    }

    CqlSession session() {
        return session(options -> options);
    }

    CqlSession session(UnaryOperator<ProgrammaticDriverConfigLoaderBuilder> options) {
        ProgrammaticDriverConfigLoaderBuilder quiet = DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                .withBoolean(DefaultDriverOption.PREPARE_ON_ALL_NODES, false)
                .withBoolean(DefaultDriverOption.REPREPARE_ENABLED, false)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0);
        return CqlSession.builder()
                .addContactPoint(node(0).inetSocketAddress())
                .withLocalDatacenter(node(0).getDataCenter().getName())
                .withConfigLoader(options.apply(quiet).build())
                .build();
    }

    /** What applications asked all nodes, in order. */
    List<QueryLog> requests() {
        return requests(cluster.getLogs().getQueryLogs());
    }

    /** What applications asked one node, in order. */
    List<QueryLog> requests(int node) {
        return requests(cluster.node(node).getLogs().getQueryLogs());
    }

    private static List<QueryLog> requests(List<QueryLog> all) {
        return all.stream()
                .filter(log -> COUNTED.contains(log.getType()))
                .filter(log -> log.getQuery() == null || !log.getQuery().contains("system"))
                .toList();
    }

    @Override
    public void close() {
        cluster.close();
        server.close();
    }
}
