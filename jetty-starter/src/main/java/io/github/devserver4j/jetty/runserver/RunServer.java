package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.AgentStart;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.agent.LauncherAgent;
import io.github.devserver4j.console.LogTarget;
import io.github.devserver4j.jetty.JettyDevServer;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code runserver}: runs a web application and prints what happens behind each of its requests.
 *
 * <ol>
 *   <li>Looks at the application and the settings, and fails before anything is started if one is wrong.
 *   <li>Installs the agent, so that the application's pools, drivers and caches are recorded.
 *   <li>Starts Jetty with the application, devserver's filter in front.
 *   <li>Prints the banner and serves until CONTROL-C.
 * </ol>
 */
@Command(
        name = "runserver",
        description = {
            "Runs a web application and prints what happens behind each of its requests.",
            "The application needs no change and no dependency."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.Version.class,
        footer = {
            "",
            "Settings are system properties (java -Ddevserver.truncate-sql=false -jar ...),"
                    + " environment variables (DEVSERVER_TRUNCATE_SQL=false) or stand in the application's"
                    + " devserver.properties; the README lists them.",
            "",
            "Examples:",
            "  java -jar devserver.jar runserver target/polls.war",
            "  java -jar devserver.jar runserver target/polls-1.0 0.0.0.0:8080",
            "  java -jar devserver.jar runserver polls.war --datasource jdbc/p=jdbc:h2:mem:p"
        })
final class RunServer implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "APP", description = "A .war file or an exploded web application folder.")
    private Path application = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ADDR:PORT",
            defaultValue = "8000",
            converter = ListenAddress.Converter.class,
            description = "Where to listen; 127.0.0.1:8000 if not given, port 0 for any that is free.")
    private ListenAddress address = new ListenAddress(ListenAddress.DEFAULT_HOST, 8000);

    @Option(
            names = "--context-path",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "The path that the application is found under; / if not given.")
    private String contextPath = "/";

    @Option(
            names = "--datasource",
            paramLabel = "NAME=URL",
            converter = JndiDataSource.Converter.class,
            description = {
                "Binds a pooled DataSource in JNDI under java:comp/env/NAME. User and password stand in the URL"
                        + " as its driver has them. May be given several times."
            })
    private List<JndiDataSource> dataSources = List.of();

    @Option(
            names = "--classpath",
            paramLabel = "JARS",
            description = {
                "Further jars for the application, such as a JDBC driver that it leaves to its server;"
                        + " several as in a class path, or given several times."
            })
    private List<String> classpath = List.of();

    @Option(names = "--traceback", description = "Print the stack trace of a failure.")
    private boolean traceback;

    @Override
    public Integer call() throws Exception {
        ServerLog.configure(traceback);
        WebApplication webApplication = WebApplication.at(application, contextPath, classpath);
        try (DevServer devServer = DevServer.create(settings(webApplication))) {
            instrument(devServer);
            WebAppContext context = webApplication.context();
            JettyDevServer.install(context, devServer);
            for (JndiDataSource dataSource : dataSources) {
                dataSource.bindIn(context, devServer);
            }
            JettyLauncher.serve(context, address, application);
        }
        return 0;
    }

    /** The application's own {@code devserver.properties} is on its class path, and so is found. */
    private static DevServerSettings settings(WebApplication webApplication) throws LaunchException {
        try (URLClassLoader classes = webApplication.classes()) {
            DevServerSettings settings = DevServerSettings.load(classes);
            if (settings.log() == LogTarget.SLF4J) {
                throw new LaunchException(
                        "devserver.log=slf4j is for an application that has devserver as a dependency:"
                                + " the launcher does not see the application's logging. Leave it out");
            }
            return settings;
        } catch (IllegalArgumentException wrong) {
            throw new LaunchException(String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException notClosed) {
            throw new LaunchException(String.valueOf(notClosed.getMessage()), notClosed);
        }
    }

    /** Without the JVM's own say, as when not started by {@code java -jar}, requests alone are recorded. */
    private static void instrument(DevServer devServer) {
        Instrumentation instrumentation = LauncherAgent.instrumentation();
        if (instrumentation != null) {
            AgentStart.install(devServer, instrumentation, false);
        }
    }
}
