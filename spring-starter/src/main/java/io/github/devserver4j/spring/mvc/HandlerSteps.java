package io.github.devserver4j.spring.mvc;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells which handler answers a request and how long it takes, apart from its view:
 *
 * <pre>
 *     [handler] (12ms) OwnerController#showOwner  /owners/{ownerId}
 *     [view] (30ms) owners/ownerDetails
 * </pre>
 *
 * <ol>
 *   <li>Before the handler its step begins, or goes on where a dispatch brings the result of asynchronous work.
 *   <li>After it the step of its view begins; Spring calls the first interceptor last there.
 *   <li>Once the view has rendered, or the handler has thrown, both have ended.
 * </ol>
 */
final class HandlerSteps implements AsyncHandlerInterceptor {

    private static final String REDIRECT = "redirect:";

    private final CurrentTrace currentTrace;

    HandlerSteps(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        with(recorder -> {
            if (HandlerName.isOfFiles(handler)) {
                recorder.answersWithFile();
            }
            String name = HandlerName.of(handler, request);
            if (name != null) {
                Handlings.of(recorder).enter(handler, () -> new Handling(recorder, handler, name));
            }
        });
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (HandlerName.of(handler, request) == null) {
            return;
        }
        with(recorder -> {
            Handling handling = Handlings.of(recorder).innermost();
            if (handling == null) {
                return;
            }
            String view = answer == null ? null : viewName(answer);
            if (view == null) {
                handling.endHandler(null, null);
            } else {
                handling.beginView(view, currentTrace);
            }
        });
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        with(recorder -> {
            Handling handling = Handlings.of(recorder).innermost();
            if (handling != null) {
                handling.suspend();
            }
        });
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (HandlerName.of(handler, request) == null) {
            return;
        }
        with(recorder -> {
            Handling handling = Handlings.of(recorder).leave();
            if (handling != null) {
                handling.end(resolved(request), thrown);
            }
        });
    }

    /** An exception that the application answers itself never leaves it; its message may hold what was sent. */
    private static @Nullable String resolved(HttpServletRequest request) {
        Object exception = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        return exception == null ? null : "resolved " + exception.getClass().getSimpleName();
    }

    private static @Nullable String viewName(ModelAndView answer) {
        if (answer.getView() != null) {
            return answer.getView().getClass().getSimpleName();
        }
        String name = answer.getViewName();
        return name == null || name.startsWith(REDIRECT) ? null : name;
    }

    private void with(Consumer<TraceRecorder> work) {
        TraceRecorder recorder = currentTrace.request();
        if (recorder == null) {
            return;
        }
        try {
            work.accept(recorder);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }
}
