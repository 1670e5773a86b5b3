package com.example.servers;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Refuses some requests before any servlet is asked. */
public class PassingFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getParameter("refused") != null) {
            ((jakarta.servlet.http.HttpServletResponse) response).setStatus(403);
        } else {
            chain.doFilter(request, response);
        }
    }
}
