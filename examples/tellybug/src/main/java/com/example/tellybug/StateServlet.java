package com.example.tellybug;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** {@code GET /state/doi}: what a show is and how many options its poll has. */
final class StateServlet extends ApiServlet {

    private static final long serialVersionUID = 1;

    private final transient StateService states;

    StateServlet(StateService states) {
        this.states = states;
    }

    @Override
    @Nullable
    String answer(String slug, HttpServletRequest request) {
        return states.state(slug);
    }
}
