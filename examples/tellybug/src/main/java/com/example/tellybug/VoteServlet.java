package com.example.tellybug;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code POST /vote/doi?user=ann&option=2}: one vote. */
final class VoteServlet extends ApiServlet {

    private static final long serialVersionUID = 1;

    private final transient StateService states;
    private final transient UserRepository users;
    private final transient VoteCounter votes;
    private final transient PushGateway gateway;

    VoteServlet(StateService states, UserRepository users, VoteCounter votes, PushGateway gateway) {
        this.states = states;
        this.users = users;
        this.votes = votes;
        this.gateway = gateway;
    }

    @Override
    @Nullable
    String answer(String slug, HttpServletRequest request) throws IOException {
        String id = request.getParameter("user");
        int option = option(request);
        if (id == null || option < 1 || states.state(slug) == null) {
            return null;
        }
        User user = users.find(id);
        if (user == null) {
            return null;
        }
        long counted = votes.vote(slug, option);
        gateway.push(slug, option, counted);
        return "{\"user\":\"" + user.name() + "\",\"option\":" + option + ",\"votes\":" + counted + "}";
    }

    private static int option(HttpServletRequest request) {
        String option = request.getParameter("option");
        return option != null && option.matches("[1-9]") ? Integer.parseInt(option) : 0;
    }
}
