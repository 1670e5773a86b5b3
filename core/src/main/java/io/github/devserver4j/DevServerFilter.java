package io.github.devserver4j;

import io.github.devserver4j.servlet.TracingFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The filter that shows each request. Map it first, to {@code /*}, for the dispatcher types REQUEST, ASYNC and ERROR,
 * with {@code async-supported}; {@link #addTo} does so. With its public constructor without parameters, which is for
 * {@code web.xml}, it has a {@link DevServer} of its own. Thread-safe.
 */
public final class DevServerFilter implements Filter {

    /** Browsers ask for it without being asked to. */
    static final String FAVICON = "/favicon.ico";

    private final DevServer devServer;
    private final boolean owned;
    private final Filter tracing;

    /** For {@code web.xml}: a filter with the settings found outside of the code. */
    public DevServerFilter() {
        this(DevServer.create(), true);
    }

    /** A filter of an existing devserver, which outlives it. */
    public DevServerFilter(DevServer devServer) {
        this(devServer, false);
    }

    private DevServerFilter(DevServer devServer, boolean owned) {
        this.devServer = devServer;
        this.owned = owned;
        List<String> ignored = new ArrayList<>(devServer.settings().ignoredPrefixes());
        ignored.add(FAVICON);
        this.tracing = TracingFilter.create(devServer.tracer(), ignored);
    }

    /** Adds a filter for {@code devServer} to a servlet context that is starting, in front of those declared. */
    public static void addTo(ServletContext context, DevServer devServer) {
        FilterRegistration.Dynamic registration = context.addFilter("devserver", new DevServerFilter(devServer));
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(dispatcherTypes(), false, "/*");
    }

    /** The dispatcher types that the filter is to be mapped for; forwards and includes happen inside of these. */
    public static EnumSet<DispatcherType> dispatcherTypes() {
        return EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    }

    /** The devserver whose requests this filter records. */
    public DevServer devServer() {
        return devServer;
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        tracing.init(config);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (devServer.settings().enabled()) {
            tracing.doFilter(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    public void destroy() {
        tracing.destroy();
        if (owned) {
            devServer.close();
        }
    }
}
