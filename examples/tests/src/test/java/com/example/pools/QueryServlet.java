package com.example.pools;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/** Runs one query on a connection of the source that the path names; the answer tells what the application sees. */
@WebServlet("/query/*")
public final class QueryServlet extends HttpServlet {

    private @Nullable Sources sources;

    @Override
    public void init() throws ServletException {
        try {
            sources = new Sources(System.getenv("POSTGRES_URL"));
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    @Override
    public void destroy() {
        try {
            if (sources != null) {
                sources.close();
            }
        } catch (Exception failure) {
            getServletContext().log("not closed", failure);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = request.getPathInfo().substring(1);
        try (Connection connection = open(name)) {
            response.getWriter().print(query(connection, name));
            response.getWriter().print(name.startsWith("postgres") ? postgres(connection) : h2(connection));
            response.getWriter().print(pool(name));
        } catch (SQLException failure) {
            throw new ServletException(failure);
        }
    }

    private Connection open(String name) throws SQLException {
        return switch (name) {
            case "driver-manager" -> DriverManager.getConnection(Sources.H2);
            case "postgres-driver-manager" -> DriverManager.getConnection(System.getenv("POSTGRES_URL"));
            default -> source(name).getConnection();
        };
    }

    private DataSource source(String name) {
        if (sources == null) {
            throw new IllegalStateException("not initialized");
        }
        return sources.get(name);
    }

    private static String query(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS VARCHAR(40))")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1) + "\n";
            }
        }
    }

    private static String postgres(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 2")) {
            return "cast " + works(() -> ((PGConnection) connection).getBackendPID() > 0)
                    + ", unwrap " + (connection.unwrap(PGConnection.class).getBackendPID() > 0)
                    + ", statement cast " + works(() -> ((PGStatement) statement).getPrepareThreshold() >= 0) + "\n";
        }
    }

    private static String h2(Connection connection) throws SQLException {
        return "unwrap " + (connection.unwrap(JdbcConnection.class) != null) + "\n";
    }

    private static String works(Supplier<Boolean> cast) {
        try {
            return String.valueOf(cast.get());
        } catch (ClassCastException refused) {
            return "refused";
        }
    }

    private String pool(String name) throws SQLException {
        return name.equals("hikari")
                ? "pool of "
                        + source(name)
                                .unwrap(HikariDataSource.class)
                                .getHikariPoolMXBean()
                                .getTotalConnections()
                        + ", "
                        + source(name)
                                .unwrap(HikariDataSource.class)
                                .getHikariPoolMXBean()
                                .getActiveConnections()
                        + " active\n"
                : "";
    }
}
