package com.example.failing;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;

/** Fails when it is initialized. */
public final class FailingServlet extends HttpServlet {

    @Override
    public void init() throws ServletException {
        throw new ServletException("the servlet has no template");
    }
}
