package io.github.devserver4j.servlet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.jspecify.annotations.Nullable;

/** Tomcat 11. */
final class TomcatTestServer implements TestServer {

    private static final Logger LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Path base;

    private TomcatTestServer(WebApp app) throws Exception {
        LOG.setLevel(Level.OFF);
        base = Files.createTempDirectory("tomcat");
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", app.files().toString());
        Wrapper files = Tomcat.addServlet(context, "default", DefaultServlet.class.getName());
        files.setAsyncSupported(true);
        context.addServletMappingDecoded("/", "default");
        context.addServletContainerInitializer(
                (classes, servletContext) -> app.setUp().accept(servletContext), Set.of());
        app.errorPages().forEach((status, page) -> context.addErrorPage(errorPage(status, null, page)));
        app.exceptionPages().forEach((type, page) -> context.addErrorPage(errorPage(0, type.getName(), page)));
        tomcat.getConnector();
        tomcat.start();
    }

    static TestServer start(WebApp app) throws Exception {
        return new TomcatTestServer(app);
    }

    private static ErrorPage errorPage(int status, @Nullable String type, String location) {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(status);
        page.setExceptionType(type);
        page.setLocation(location);
        return page;
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        try (Stream<Path> files = Files.walk(base)) {
            files.sorted(Comparator.reverseOrder()).forEach(TomcatTestServer::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException left) {
            // in the system's folder for such files
        }
    }
}
