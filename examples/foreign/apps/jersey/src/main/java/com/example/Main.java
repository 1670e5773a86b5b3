package com.example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.servlet.ServletContainer;

/** Main class. */
public class Main {

    static final String DATABASE = "jdbc:h2:mem:jersey;DB_CLOSE_DELAY=-1";

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE messages (id INT PRIMARY KEY, text VARCHAR(100))");
            statement.execute("INSERT INTO messages VALUES (1, 'Got it!'), (2, 'Got that, too!')");
        }
        ServletHolder jersey = new ServletHolder(ServletContainer.class);
        jersey.setInitParameter("jersey.config.server.provider.packages", "com.example");
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(jersey, "/*");
        Server server = new Server(Integer.parseInt(args[0]));
        server.setHandler(context);
        server.start();
        server.join();
    }
}
