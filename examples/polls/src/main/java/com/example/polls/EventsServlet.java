package com.example.polls;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;

/** Lists the events with their polls as HTML, by one query for the events and then one more for each of them. */
@WebServlet(urlPatterns = "/events", asyncSupported = true)
public final class EventsServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String page;
        try {
            page = page(PollsListener.dao(getServletContext()));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.setContentType("text/html;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.print(page);
    }

    private static String page(PollDao dao) throws SQLException {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head><title>Events</title><link rel="stylesheet" href="polls.css"></head>
                <body>
                <h1>Events</h1>
                """);
        for (Event event : dao.events()) {
            html.append("<h2>%s <small>%s</small></h2>\n<ul>\n"
                    .formatted(Html.escape(event.title()), event.startTime().toLocalDate()));
            for (Poll poll : dao.pollsOf(event.id())) {
                html.append("<li>%s <b>%s</b> from %d votes, %s</li>\n"
                        .formatted(
                                Html.escape(poll.question()), poll.average(), poll.votes(), Html.escape(poll.state())));
            }
            html.append("</ul>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }
}
