package com.example.polls;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the events on a thread of the application's own and answers from there, or, for {@code ?dispatch=1}, goes on
 * to {@link EventsServlet}.
 */
@WebServlet(urlPatterns = "/async", asyncSupported = true)
public final class AsyncServlet extends HttpServlet {

    private static final long TIMEOUT_MILLIS = 10_000;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        boolean dispatch = "1".equals(request.getParameter("dispatch"));
        AsyncContext async = request.startAsync();
        async.setTimeout(TIMEOUT_MILLIS);
        PollsListener.executor(getServletContext()).execute(() -> answer(async, dispatch));
    }

    private void answer(AsyncContext async, boolean dispatch) {
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        try {
            int events = PollsListener.dao(getServletContext()).events().size();
            if (dispatch) {
                async.dispatch("/events");
                return;
            }
            String thread = Thread.currentThread().getName();
            Json.write(response, 200, new TreeMap<>(Map.of("events", events, "thread", thread)));
        } catch (IOException | SQLException | RuntimeException e) {
            getServletContext().log("An asynchronous request failed", e);
            response.setStatus(500);
        }
        async.complete();
    }
}
