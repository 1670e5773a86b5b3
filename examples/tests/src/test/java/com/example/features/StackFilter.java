package com.example.features;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import java.util.Arrays;

/** Tells whether devserver's filter came before it. */
@WebFilter("/*")
public final class StackFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long above = Arrays.stream(new Throwable().getStackTrace())
                .filter(frame -> frame.getClassName().endsWith(".DevServerFilter"))
                .count();
        request.setAttribute("filtersAbove", above);
        chain.doFilter(request, response);
    }
}
