package io.github.devserver4j.agent.servlet;

import io.github.devserver4j.agent.Recording;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.function.BiFunction;

/** Asked when a {@code ServletContextImpl} of Undertow 2.3 is about to be closed for further filters. Thread-safe. */
public final class UndertowContexts implements BiFunction<Object, Object, Object> {

    private final Recording recording;

    /** Adds filters that record with this. */
    public UndertowContexts(Recording recording) {
        AgentFilter.dispatcherTypes(); // fails here where there is no Jakarta Servlet API
        this.recording = recording;
    }

    @Override
    public Object apply(Object servletContext, Object same) {
        ServletContext context = (ServletContext) servletContext;
        boolean own = context.getFilterRegistrations().values().stream()
                .anyMatch(registration -> AgentFilter.isOwn(registration.getClassName()));
        if (!own) {
            FilterRegistration.Dynamic filter = context.addFilter(AgentFilter.NAME, AgentFilter.of(recording));
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(AgentFilter.dispatcherTypes(), false, "/*");
        }
        return same;
    }
}
