package io.github.devserver4j.jetty;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerFilter;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.FilterMapping;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Puts devserver in front of a servlet context of an embedded Jetty 12.1.
 *
 * <pre>{@code
 * ServletContextHandler context = new ServletContextHandler("/");
 * DevServer devServer = JettyDevServer.install(context);
 * DataSource traced = devServer.wrap(dataSource);
 * }</pre>
 */
public final class JettyDevServer {

    private JettyDevServer() {}

    /**
     * Adds a devserver with the settings found outside of the code; it ends when the context stops.
     *
     * @param context a context that is not started yet
     * @return the devserver, for wrapping what the application talks to
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    public static DevServer install(ServletContextHandler context) {
        DevServer devServer = DevServer.create();
        install(context, devServer);
        context.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopped(LifeCycle stopped) {
                devServer.close();
            }
        });
        return devServer;
    }

    /** Adds the filter of a devserver that outlives the context. */
    public static void install(ServletContextHandler context, DevServer devServer) {
        FilterHolder holder = new FilterHolder(new DevServerFilter(devServer));
        holder.setName("devserver");
        holder.setAsyncSupported(true);
        context.getServletHandler().prependFilter(holder);
        context.getServletHandler().prependFilterMapping(mappingOf(holder));
    }

    private static FilterMapping mappingOf(FilterHolder holder) {
        FilterMapping mapping = new FilterMapping();
        mapping.setFilterName(holder.getName());
        mapping.setPathSpec("/*");
        mapping.setDispatcherTypes(EnumSet.copyOf(DevServerFilter.dispatcherTypes()));
        return mapping;
    }
}
