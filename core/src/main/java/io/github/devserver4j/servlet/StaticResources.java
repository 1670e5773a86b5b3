package io.github.devserver4j.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells requests that the container's own DefaultServlet answers with a file. Thread-safe.
 *
 * <p>Jetty, Tomcat and Undertow all name the class so, and differ in the package alone.
 */
final class StaticResources {

    private final ConcurrentMap<String, Boolean> byServletName = new ConcurrentHashMap<>();

    boolean serves(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        String servletName = mapping == null ? null : mapping.getServletName();
        return servletName != null
                && byServletName.computeIfAbsent(
                        servletName, name -> isDefaultServlet(request.getServletContext(), name));
    }

    private static boolean isDefaultServlet(ServletContext context, String servletName) {
        ServletRegistration registration = context.getServletRegistration(servletName);
        String className = registration == null ? null : registration.getClassName();
        return className != null && className.endsWith(".DefaultServlet");
    }
}
