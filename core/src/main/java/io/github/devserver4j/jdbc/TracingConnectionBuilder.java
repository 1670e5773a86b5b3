package io.github.devserver4j.jdbc;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;

/** The proxy of a builder of connections, which builds proxies. As little thread-safe as the original. */
final class TracingConnectionBuilder implements ConnectionBuilder {

    private ConnectionBuilder raw;
    private final TracingDataSource dataSource;

    TracingConnectionBuilder(ConnectionBuilder raw, TracingDataSource dataSource) {
        this.raw = raw;
        this.dataSource = dataSource;
    }

    @Override
    public ConnectionBuilder user(String username) {
        raw = raw.user(username);
        return this;
    }

    @Override
    public ConnectionBuilder password(String password) {
        raw = raw.password(password);
        return this;
    }

    @Override
    public ConnectionBuilder shardingKey(ShardingKey shardingKey) {
        raw = raw.shardingKey(shardingKey);
        return this;
    }

    @Override
    public ConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
        raw = raw.superShardingKey(superShardingKey);
        return this;
    }

    @Override
    public Connection build() throws SQLException {
        return dataSource.connect(raw::build);
    }
}
