package com.example.polls;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the state of an event's poll, {@code GET {slug}/state}, and takes votes, {@code POST {slug}/vote}. */
@WebServlet(urlPatterns = "/api/1.0/show/*", asyncSupported = true)
public final class PollApiServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/(?<slug>[^/]+)/(?<action>state|vote)");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        if (!path.matches()) {
            Json.error(response, 404, "Ask for {slug}/state or {slug}/vote.");
            return;
        }
        try {
            answer(request, response, path.group("slug"), path.group("action").equals("vote"));
        } catch (BadParameterException e) {
            Json.error(response, 400, e.advice());
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String slug, boolean vote)
            throws BadParameterException, SQLException, IOException {
        String method = vote ? "POST" : "GET";
        if (!request.getMethod().equals(method)) {
            response.setHeader("Allow", method);
            Json.error(response, 405, "Use " + method + ".");
            return;
        }
        PollService service = PollsListener.service(getServletContext());
        PollState state = service.state(slug);
        if (state == null) {
            Json.error(response, 404, "There is no event \"" + slug + "\".");
        } else if (vote) {
            vote(request, response, service, state);
        } else {
            Json.write(response, 200, describe(service, slug, state));
        }
    }

    private static void vote(
            HttpServletRequest request, HttpServletResponse response, PollService service, PollState state)
            throws BadParameterException, SQLException, IOException {
        int value = Parameters.wholeNumber(request, "value", Poll.LOWEST, Poll.HIGHEST);
        if (service.vote(state.pollId(), value)) {
            response.setHeader("Location", "state");
            Json.write(response, 201, describe(service.poll(state.pollId())));
        } else {
            Json.error(response, 409, "The poll is closed.");
        }
    }

    private static Map<String, Object> describe(PollService service, String slug, PollState state) {
        Texts texts = service.texts();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", new TreeMap<>(Map.of("slug", slug, "title", state.eventTitle())));
        body.put("poll", describe(service.poll(state.pollId())));
        body.put("message", texts.text(state.state()));
        body.put("hint", texts.text("hint"));
        body.put("labels", texts.labels());
        return body;
    }

    private static Map<String, Object> describe(Poll poll) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", poll.id());
        body.put("question", poll.question());
        body.put("state", poll.state());
        body.put("votes", poll.votes());
        body.put("total", poll.total());
        body.put("average", poll.average());
        return body;
    }
}
