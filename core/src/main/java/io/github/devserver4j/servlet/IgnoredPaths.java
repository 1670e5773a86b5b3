package io.github.devserver4j.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The paths that are not recorded: those that begin with a given prefix, with or without the context path before it. */
final class IgnoredPaths {

    private final List<String> prefixes;

    IgnoredPaths(List<String> prefixes) {
        this.prefixes = List.copyOf(prefixes);
    }

    boolean matches(HttpServletRequest request) {
        if (prefixes.isEmpty()) {
            return false;
        }
        String path = request.getRequestURI();
        int contextLength = request.getContextPath().length();
        for (String prefix : prefixes) {
            if (path.startsWith(prefix) || path.startsWith(prefix, contextLength)) {
                return true;
            }
        }
        return false;
    }
}
