package com.example.tellybug;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** {@code GET /results/doi}: the votes of each option, and all that count. */
final class ResultsServlet extends ApiServlet {

    private static final long serialVersionUID = 1;

    private final transient EventDao events;
    private final transient VoteCounter votes;

    ResultsServlet(EventDao events, VoteCounter votes) {
        this.events = events;
        this.votes = votes;
    }

    @Override
    @Nullable
    String answer(String slug, HttpServletRequest request) {
        Event event = events.find(slug);
        if (event == null) {
            return null;
        }
        return "{\"display\":" + votes.display(slug, event.options()) + ",\"votes\":" + votes.total(slug) + "}";
    }
}
