package com.example;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Root resource (exposed at "myresource" path). */
@Path("myresource")
public class MyResource {

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String getIt() {
        return "Got it!";
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_PLAIN)
    public String getIt(@PathParam("id") int id) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Main.DATABASE);
                PreparedStatement statement = connection.prepareStatement("SELECT text FROM messages WHERE id = ?")) {
            statement.setInt(1, id);
            try (ResultSet messages = statement.executeQuery()) {
                return messages.next() ? messages.getString(1) : "nothing";
            }
        }
    }
}
