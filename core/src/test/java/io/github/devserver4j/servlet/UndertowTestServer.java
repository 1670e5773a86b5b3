package io.github.devserver4j.servlet;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import java.net.InetSocketAddress;
import java.util.Set;

/** Undertow 2.3. */
final class UndertowTestServer implements TestServer {

    private final Undertow undertow;
    private final DeploymentManager deployment;

    private UndertowTestServer(WebApp app) throws Exception {
        ServletContainerInitializer setUp =
                (classes, servletContext) -> app.setUp().accept(servletContext);
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(UndertowTestServer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("conformance")
                .setResourceManager(new PathResourceManager(app.files()))
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        setUp.getClass(), new ImmediateInstanceFactory<>(setUp), Set.of()));
        app.errorPages().forEach((status, page) -> info.addErrorPage(Servlets.errorPage(page, status)));
        app.exceptionPages().forEach((type, page) -> info.addErrorPage(Servlets.errorPage(page, type)));
        deployment = Servlets.newContainer().addDeployment(info);
        deployment.deploy();
        undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, 1000)
                .setHandler(deployment.start())
                .build();
        undertow.start();
    }

    static TestServer start(WebApp app) throws Exception {
        return new UndertowTestServer(app);
    }

    @Override
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() throws Exception {
        undertow.stop();
        deployment.stop();
        deployment.undeploy();
    }
}
