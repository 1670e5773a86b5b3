package io.github.devserver4j.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;

/** Reaches the container's own objects below whatever filters and dispatchers have wrapped around them. */
final class Unwrapped {

    private Unwrapped() {}

    static ServletRequest of(ServletRequest request) {
        ServletRequest unwrapped = request;
        while (unwrapped instanceof ServletRequestWrapper wrapper) {
            unwrapped = wrapper.getRequest();
        }
        return unwrapped;
    }

    static HttpServletResponse of(HttpServletResponse response) {
        ServletResponse unwrapped = response;
        while (unwrapped instanceof ServletResponseWrapper wrapper) {
            unwrapped = wrapper.getResponse();
        }
        return unwrapped instanceof HttpServletResponse http ? http : response;
    }
}
