package com.example.tellybug.servers;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.rows;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.when;

import com.datastax.oss.simulacron.common.cluster.ClusterSpec;
import com.datastax.oss.simulacron.common.cluster.QueryLog;
import com.datastax.oss.simulacron.common.request.Query;
import com.datastax.oss.simulacron.server.BoundCluster;
import com.datastax.oss.simulacron.server.Inet4Resolver;
import com.datastax.oss.simulacron.server.Server;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated Cassandra with a few users, and its log of queries. */
final class CassandraBackend implements AutoCloseable {

    private final Server server;
    private final BoundCluster cluster;

    CassandraBackend(String selectUser, Map<String, String> users) {
        server = Server.builder()
                .withAddressResolver(new Inet4Resolver(new byte[] {127, 0, 0, 1}, FreePort.find()))
                .build();
        cluster = server.register(ClusterSpec.builder().withNodes(1));
        users.forEach((id, name) -> cluster.prime(
                when(byId(selectUser, id)).then(rows().row("name", name).columnTypes("name", "varchar"))));
    }

    private static Query byId(String selectUser, String id) {
        return new Query(
                selectUser,
                List.of(),
                new LinkedHashMap<>(Map.of("id", id)),
                new LinkedHashMap<>(Map.of("id", "varchar")));
    }

    InetSocketAddress address() {
        return cluster.node(0).inetSocketAddress();
    }

    void reset() {
        cluster.clearLogs();
    }

    /** The queries of the application's tables; drivers ask for those of the system by themselves. */
    long queries() {
        return cluster.getLogs().getQueryLogs().stream()
                .map(QueryLog::getQuery)
                .filter(query -> query != null && query.contains(" users "))
                .count();
    }

    @Override
    public void close() {
        server.close();
    }
}
