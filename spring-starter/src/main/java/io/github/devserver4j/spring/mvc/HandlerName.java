package io.github.devserver4j.spring.mvc;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** How the handler of a request is called: {@code OwnerController#showOwner  /owners/{ownerId}}. */
final class HandlerName {

    private HandlerName() {}

    /** Null for files, and for Spring Boot's own error page behind the request that failed. */
    static @Nullable String of(Object handler, HttpServletRequest request) {
        if (isOfFiles(handler)) {
            return null;
        }
        if (request.getDispatcherType() == DispatcherType.ERROR && isOfSpringBoot(handler)) {
            return null;
        }
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return route == null ? name(handler) : name(handler) + "  " + route;
    }

    /** Whether what this handler answers with is a file. */
    static boolean isOfFiles(Object handler) {
        return handler instanceof ResourceHttpRequestHandler || handler instanceof DefaultServletHttpRequestHandler;
    }

    private static String name(Object handler) {
        if (handler instanceof HandlerMethod method) {
            return shortName(method.getBeanType()) + '#' + method.getMethod().getName();
        }
        return shortName(handler.getClass());
    }

    private static String shortName(Class<?> type) {
        return ClassUtils.getShortName(ClassUtils.getUserClass(type));
    }

    private static boolean isOfSpringBoot(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("org.springframework.boot.");
    }
}
