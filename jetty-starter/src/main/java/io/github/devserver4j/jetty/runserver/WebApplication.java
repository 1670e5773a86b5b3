package io.github.devserver4j.jetty.runserver;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/** A web application on disk, a {@code .war} file or an exploded folder, made into a context of Jetty. */
final class WebApplication {

    /** Initializers of a Jetty that the application brings along and that could not start in this one. */
    private static final String OTHER_JETTYS = "org\\.eclipse\\.jetty\\.(?!ee11\\.).*";

    /** Has files looked at each time that they are asked for. */
    private static final String FRESH = "devserver-reload-web.xml";

    private final Path path;
    private final String contextPath;
    private final List<Path> classpath;
    private final Instrumented instrumented;

    private WebApplication(Path path, String contextPath, List<Path> classpath, Instrumented instrumented) {
        this.path = path;
        this.contextPath = contextPath;
        this.classpath = classpath;
        this.instrumented = instrumented;
    }

    /**
     * The application at this path.
     *
     * @throws LaunchException if there is none, or a jar of {@code classpath} is missing
     */
    static WebApplication at(Path path, String contextPath, List<String> classpath) throws LaunchException {
        if (!Files.exists(path)) {
            throw new LaunchException(
                    "there is no %s (looked for %s). Build it first, or give the path of a .war file, an executable .jar or a project's folder"
                            .formatted(path, path.toAbsolutePath().normalize()));
        }
        if (Files.isDirectory(path) ? !Files.isDirectory(path.resolve("WEB-INF")) : !isWar(path)) {
            throw new LaunchException(("%s is neither a .war file, an executable .jar, an exploded web application"
                            + " (a folder with WEB-INF in it) nor the folder of a project")
                    .formatted(path));
        }
        if (!Files.isDirectory(path)) {
            checkReadable(path);
        }
        if (!contextPath.startsWith("/")) {
            throw new LaunchException("--context-path=%s must begin with a slash".formatted(contextPath));
        }
        return new WebApplication(path, contextPath, jars(classpath), Instrumented.NOW);
    }

    /** The same, none of whose classes is used before this JVM is instrumented. */
    WebApplication after(Instrumented instrumented) {
        return new WebApplication(path, contextPath, classpath, instrumented);
    }

    /** A context for the application, not started. */
    WebAppContext context() {
        return context(path, null, false);
    }

    /**
     * A context that shows what is saved.
     *
     * @param folder the application, or a copy of it
     * @param pages what is there is served before what is in the application; null if there is no such folder
     */
    WebAppContext reloadable(Path folder, @Nullable Path pages) {
        return context(folder, pages, true);
    }

    private WebAppContext context(Path folder, @Nullable Path pages, boolean fresh) {
        WebAppContext context = new WebAppContext() {
            @Override
            public boolean configure() throws Exception {
                instrumented.await(); // what comes before has unpacked the application, and not used it
                return super.configure();
            }
        };
        context.setContextPath(contextPath);
        ResourceFactory resources = ResourceFactory.of(context);
        String application = folder.toAbsolutePath().normalize().toString();
        if (pages == null) {
            context.setWar(application);
        } else {
            context.setBaseResource(
                    ResourceFactory.combine(resources.newResource(pages), resources.newResource(application)));
        }
        if (fresh) {
            context.addOverrideDescriptor(
                    String.valueOf(WebApplication.class.getClassLoader().getResource(FRESH)));
        }
        context.setThrowUnavailableOnStartupException(true);
        // before the class loader is there, which asks for it once
        context.setExtraClasspath(classpath.stream().map(resources::newResource).toList());
        context.setClassLoader(new WebAppClassLoader(new ContainerClassLoader(), context));
        context.addConfiguration(new OtherJettysEnv(), new OtherJettysWeb());
        // Compiled JSPs meet the classes that compiled them, even if the application brings a Tomcat along.
        context.getProtectedClassMatcher().add("org.apache.jasper.", "org.apache.el.", "org.apache.tomcat.");
        context.setAttribute(AnnotationConfiguration.SERVLET_CONTAINER_INITIALIZER_EXCLUSION_PATTERN, OTHER_JETTYS);
        // Without one, an application with a login is refused; nobody can log in, all the rest of it works.
        HashLoginService nobody = new HashLoginService();
        nobody.setUserStore(new UserStore());
        context.getSecurityHandler().setLoginService(nobody);
        return context;
    }

    /** Sees what the application itself has on its class path, unpacked or not. */
    URLClassLoader classes() throws IOException {
        String root = path.toUri().toString(); // with a slash at the end if it is a folder
        URI uri =
                URI.create(Files.isDirectory(path) ? root + "WEB-INF/classes/" : "jar:" + root + "!/WEB-INF/classes/");
        return new URLClassLoader(new URL[] {uri.toURL()}, null);
    }

    private static boolean isWar(Path path) {
        return path.getFileName().toString().endsWith(".war");
    }

    private static void checkReadable(Path war) throws LaunchException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            zip.size();
        } catch (IOException unreadable) {
            throw new LaunchException(
                    "%s can't be read as a .war: %s".formatted(war, unreadable.getMessage()), unreadable);
        }
    }

    /** The files of {@code --classpath}. */
    static List<Path> jars(List<String> classpath) throws LaunchException {
        List<Path> jars = new ArrayList<>();
        for (String part : classpath) {
            for (String jar : part.split(Pattern.quote(File.pathSeparator), 0)) {
                if (!Files.exists(Path.of(jar))) {
                    throw new LaunchException("--classpath: there is no " + jar);
                }
                jars.add(Path.of(jar));
            }
        }
        return jars;
    }
}
