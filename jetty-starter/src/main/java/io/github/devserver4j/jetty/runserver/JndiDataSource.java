package io.github.devserver4j.jetty.runserver;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.devserver4j.DevServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.naming.NamingException;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.plus.jndi.EnvEntry;
import org.eclipse.jetty.util.component.LifeCycle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A DataSource that the launcher binds in JNDI for the application.
 *
 * @param name below {@code java:comp/env/}: {@code jdbc/polls}
 * @param url a JDBC URL whose driver the application brings
 * @param login for the driver: user and password, unless they stand in the URL
 */
record JndiDataSource(String name, String url, Properties login) {

    /** Binds a pool of traced connections; it is closed when the context stops. */
    void bindIn(WebAppContext context, DevServer devServer) throws NamingException {
        DriverDataSource driver = new DriverDataSource(url, login, context.getClassLoader());
        HikariDataSource pool = new HikariDataSource(configuration(driver)) {
            @Override
            public Connection getConnection() throws SQLException {
                driver.driver(); // the pool would try for half a minute before it tells that there is none
                return super.getConnection();
            }
        };
        // An environment entry is found by a plain lookup; a Resource would need a resource-ref in web.xml.
        EnvEntry entry = new EnvEntry(context, name, devServer.wrap(pool), true);
        context.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopped(LifeCycle stopped) {
                entry.release(); // else it would keep the application's class loader
                pool.close();
            }
        });
    }

    private HikariConfig configuration(DriverDataSource driver) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("devserver-" + name);
        configuration.setDataSource(driver);
        configuration.setInitializationFailTimeout(-1); // the driver is there once the application is unpacked
        configuration.setMinimumIdle(0);
        return configuration;
    }

    /** Reads {@code jdbc/polls=jdbc:h2:mem:polls}. */
    static final class Converter implements ITypeConverter<JndiDataSource> {
        @Override
        public JndiDataSource convert(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0 || !text.startsWith("jdbc:", equals + 1)) {
                throw new TypeConversionException(
                        "'%s' is not NAME=URL with a JDBC URL, such as jdbc/polls=jdbc:h2:mem:polls".formatted(text));
            }
            return new JndiDataSource(text.substring(0, equals), text.substring(equals + 1), new Properties());
        }
    }
}
