package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

final class ConnectionPoolsTest {

    private static final String URL = "jdbc:h2:mem:pools";

    @Test
    void whatAnApplicationAsksIsNotOpenedForAPool() {
        assertThat(ConnectionPools.isOpeningFor(new JdbcDataSource())).isFalse();
        try (HikariDataSource pool = new HikariDataSource()) {
            assertThat(ConnectionPools.isOpeningFor(pool)).isFalse();
        }
    }

    @Test
    void whatAPoolAsksItsDataSourceForIsItsOwn() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        assertThat(askedByAPool(h2)).isNotEmpty().containsOnly(true);
    }

    /** With a URL, Hikari has a DataSource of its own below the pool. */
    @Test
    void aPoolsOwnDataSourceOpensForThePool() throws SQLException {
        DriverDataSource below = new DriverDataSource(URL, "org.h2.Driver", new Properties(), "", "");
        assertThat(askedByAPool(below)).isNotEmpty().containsOnly(true);
    }

    /** What is answered for {@code opener} while a pool opens its connections. */
    private static List<Boolean> askedByAPool(DataSource opener) throws SQLException {
        List<Boolean> answers = new CopyOnWriteArrayList<>();
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(URL);
        InvocationHandler asking = (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                answers.add(ConnectionPools.isOpeningFor(opener));
            }
            return method.invoke(h2, arguments);
        };
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource((DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, asking));
            pool.getConnection().close();
        }
        return answers;
    }
}
