package com.example.jndi;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs one query on an injected DataSource, or on one that it looks up by the name in the path. */
@WebServlet("/jndi/*")
public final class JndiServlet extends HttpServlet {

    @Resource(name = "jdbc/injected")
    private @Nullable DataSource injected;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = request.getPathInfo().substring(1);
        try (Connection connection = source(name).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT '" + name + "'")) {
            rows.next();
            response.getWriter().print(rows.getString(1));
        } catch (SQLException | NamingException failure) {
            throw new ServletException(failure);
        }
    }

    @SuppressWarnings("BanJNDI") // what is bound is the server's own
    private DataSource source(String name) throws NamingException {
        if (name.equals("injected") && injected != null) {
            return injected;
        }
        return (DataSource) new InitialContext().lookup("java:comp/env/jdbc/" + name);
    }
}
