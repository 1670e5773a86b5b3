package com.example.ends;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the beginning of its answer and never its end. */
public final class WaitingServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("forever") == null) {
            response.getWriter().print("done");
            return;
        }
        request.startAsync().setTimeout(0);
        response.getWriter().print("begun");
        response.flushBuffer();
    }
}
