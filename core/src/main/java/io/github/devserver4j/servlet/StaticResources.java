package io.github.devserver4j.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that are mapped to the container's own DefaultServlet, which answers with files. What they ask for need
 * not be one: frameworks that are filters answer there, too. Thread-safe.
 *
 * <p>Jetty, Tomcat and Undertow all name the class so, and differ in the package alone.
 */
final class StaticResources {

    private final ConcurrentMap<String, Boolean> byServletName = new ConcurrentHashMap<>();

    /** The file that a request asks for, if it is the DefaultServlet's; null if not. */
    @Nullable
    StaticResource asked(HttpServletRequest request) {
        String method = request.getMethod();
        HttpServletMapping mapping = request.getHttpServletMapping();
        String servletName = mapping == null ? null : mapping.getServletName();
        if (servletName == null || !(method.equals("GET") || method.equals("HEAD"))) {
            return null;
        }
        ServletContext context = request.getServletContext();
        boolean asked = byServletName.computeIfAbsent(servletName, name -> isDefaultServlet(context, name));
        String pathInfo = request.getPathInfo();
        return asked
                ? new StaticResource(context, request.getServletPath() + (pathInfo == null ? "" : pathInfo))
                : null;
    }

    private static boolean isDefaultServlet(ServletContext context, String servletName) {
        ServletRegistration registration = context.getServletRegistration(servletName);
        String className = registration == null ? null : registration.getClassName();
        return className != null && className.endsWith(".DefaultServlet");
    }
}
