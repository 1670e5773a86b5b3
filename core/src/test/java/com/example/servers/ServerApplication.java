package com.example.servers;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Starts the server that {@code -Dserver} names, asks it, and ends. */
public final class ServerApplication {

    private static final List<String> REQUESTS =
            List.of("/query", "/query?async", "/query?fails", "/query?refused=1", "/missing");

    private ServerApplication() {}

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        int port =
                switch (System.getProperty("server")) {
                    case "jetty" -> jetty();
                    case "tomcat" -> tomcat();
                    default -> undertow();
                };
        for (String request : REQUESTS) {
            ask("http://127.0.0.1:" + port + request);
        }
        System.exit(0);
    }

    private static void ask(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        int status = connection.getResponseCode();
        try (InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            if (body != null) {
                body.readAllBytes();
            }
        }
    }

    private static int jetty() throws Exception {
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(new FilterHolder(new PassingFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.getServletHandler().getFilters()[0].setAsyncSupported(true);
        ServletHolder holder = new ServletHolder(new QueryServlet());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/query");
        server.setHandler(context);
        server.start();
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    private static int tomcat() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", null);
        FilterDef filter = new FilterDef();
        filter.setFilterName("passing");
        filter.setFilter(new PassingFilter());
        filter.setAsyncSupported("true");
        context.addFilterDef(filter);
        FilterMap map = new FilterMap();
        map.setFilterName("passing");
        map.addURLPattern("/*");
        context.addFilterMap(map);
        Wrapper wrapper = Tomcat.addServlet(context, "query", new QueryServlet());
        wrapper.setAsyncSupported(true);
        context.addServletMappingDecoded("/query", "query");
        tomcat.getConnector();
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    private static int undertow() throws Exception {
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(ServerApplication.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("servers")
                .addFilter(Servlets.filter("passing", PassingFilter.class).setAsyncSupported(true))
                .addFilterUrlMapping("passing", "/*", DispatcherType.REQUEST)
                .addServlets(Servlets.servlet("query", QueryServlet.class)
                        .addMapping("/query")
                        .setAsyncSupported(true));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        Undertow undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(manager.start())
                .build();
        undertow.start();
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }
}
