package io.github.devserver4j;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** devserver in the class loader of a web application, while container, driver and JDK outlive it. */
final class RedeploymentTest {

    @Test
    void aStoppedApplicationLeavesNothingOfDevServerBehind() throws Exception {
        WeakReference<ClassLoader> application = runAndStop();
        for (int i = 0; i < 50 && application.get() != null; i++) {
            System.gc();
            Thread.sleep(20); // reference processing has no signal to wait for
        }
        assertThat(application.get()).isNull();
    }

    private static WeakReference<ClassLoader> runAndStop() throws Exception {
        ClassLoader application = new ApplicationClassLoader();
        Class<?> settings = application.loadClass(DevServerSettings.class.getName());
        Class<?> type = application.loadClass(DevServer.class.getName());
        AutoCloseable devServer = (AutoCloseable) type.getMethod("create", settings, List.class)
                .invoke(null, settings.getMethod("defaults").invoke(null), List.of());
        Filter filter = (Filter) application
                .loadClass(DevServerFilter.class.getName())
                .getConstructor(type)
                .newInstance(devServer);
        DataSource traced =
                (DataSource) type.getMethod("wrap", DataSource.class).invoke(devServer, database());
        assertThat(answer(filter, traced)).contains("200 OK").contains("one row");
        devServer.close();
        return new WeakReference<>(application);
    }

    private static String answer(Filter filter, DataSource dataSource) throws Exception {
        Server server = new Server();
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(new FilterHolder(filter), "/*", DevServerFilter.dispatcherTypes());
        context.addServlet(new ServletHolder(new QueryServlet(dataSource)), "/");
        server.setHandler(context);
        server.start();
        try {
            return connector.getResponse("GET / HTTP/1.0\r\n\r\n");
        } finally {
            server.stop();
        }
    }

    private static DataSource database() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:");
        h2.getConnection().close(); // its first connection starts a thread that keeps whoever is on the stack
        return h2;
    }

    /** Loads devserver's classes itself, as from {@code WEB-INF/lib}. */
    private static final class ApplicationClassLoader extends URLClassLoader {

        ApplicationClassLoader() {
            super(
                    new URL[] {
                        DevServer.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    RedeploymentTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith("io.github.devserver4j.") || name.contains("RedeploymentTest")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }

    private static final class QueryServlet extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient DataSource dataSource;

        QueryServlet(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 1")) {
                response.getWriter().print(rows.next() ? "one row" : "no row");
            } catch (SQLException refused) {
                throw new ServletException(refused);
            }
        }
    }
}
