package com.example.tellybug;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers with JSON, or with 404 where there is nothing to answer with. */
abstract class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** The answer for the part of the path after the servlet's own; null if there is none. */
    abstract @Nullable String answer(String name, HttpServletRequest request) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String json = path == null || path.length() < 2 ? null : answer(path.substring(1), request);
        if (json == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().println(json);
    }
}
