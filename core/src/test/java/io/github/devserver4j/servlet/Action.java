package io.github.devserver4j.servlet;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a servlet does, whatever the method. */
@FunctionalInterface
interface Action {

    void run(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;

    /** The servlet that does it. */
    default GenericServlet servlet() {
        return new GenericServlet() {
            @Override
            public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
                run((HttpServletRequest) request, (HttpServletResponse) response);
            }
        };
    }
}
