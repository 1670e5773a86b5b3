package com.example.polls;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;

/** Streams the votes of a poll as server-sent events: {@code ?events=5&interval=200&slug=doi}, milliseconds. */
@WebServlet(urlPatterns = "/stream", asyncSupported = true)
public final class StreamServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String slug = request.getParameter("slug") == null ? "doi" : request.getParameter("slug");
        try {
            int events = Parameters.wholeNumber(request, "events", 1, 1000, 5);
            int interval = Parameters.wholeNumber(request, "interval", 0, 60_000, 200);
            PollState state = PollsListener.service(getServletContext()).state(slug);
            if (state == null) {
                Json.error(response, 404, "There is no event \"" + slug + "\".");
            } else {
                start(request, response, state.pollId(), events, interval);
            }
        } catch (BadParameterException e) {
            Json.error(response, 400, e.advice());
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private void start(
            HttpServletRequest request, HttpServletResponse response, long pollId, int events, int interval) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        PollDao dao = PollsListener.dao(getServletContext());
        ScheduledExecutorService executor = PollsListener.executor(getServletContext());
        executor.execute(new VoteStream(async, dao, executor, pollId, events, interval));
    }
}
