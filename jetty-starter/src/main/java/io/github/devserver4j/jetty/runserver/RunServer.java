package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.console.ConsoleReporter;
import io.github.devserver4j.console.LogTarget;
import io.github.devserver4j.jetty.JettyDevServer;
import io.github.devserver4j.jetty.runserver.reload.Sources;
import io.github.devserver4j.jetty.runserver.reload.WebAppReload;
import io.github.devserver4j.jetty.terminal.TerminalSession;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.naming.NamingException;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code runserver}: runs an application and prints what happens behind each of its requests. With a web application it
 *
 * <ol>
 *   <li>looks at the application and the settings, and fails before anything is started if one is wrong.
 *   <li>installs the agent, so that the application's pools, drivers and caches are recorded.
 *   <li>starts Jetty with the application, devserver's filter in front.
 *   <li>prints the banner and serves until CONTROL-C.
 * </ol>
 */
@Command(
        name = "runserver",
        description = {
            "Runs an application and prints what happens behind each of its requests.",
            "It needs no change and no dependency. A web application is run in this Jetty, an executable jar and a"
                    + " project with a main class in a JVM of their own.",
            "What is saved is in the next answer: sources are compiled and the application is started anew, a compile"
                    + " error is the answer until it is mended."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.Version.class,
        footer = {
            "",
            "Settings are system properties (java -Ddevserver.truncate-sql=false -jar ...),"
                    + " environment variables (DEVSERVER_TRUNCATE_SQL=false) or stand in the application's"
                    + " devserver.properties; the README lists them.",
            "",
            "On a terminal there is a status line, and keys: r reload now, o open the browser, v verbosity, s SQL on or off,"
                    + " q quit, ? help; of these r, o, q and ? where the application runs in a JVM of its own. In a pipe,"
                    + " with TERM=dumb, with CI set and with --plain there are lines alone.",
            "",
            "Examples:",
            "  java -jar devserver.jar runserver target/polls.war",
            "  java -jar devserver.jar runserver target/shop.jar 8080 -- --spring.profiles.active=dev",
            "  java -jar devserver.jar runserver --check",
            "  java -jar devserver.jar runserver target/polls.war --sources .",
            "  java -jar devserver.jar runserver target/polls-1.0 0.0.0.0:8080",
            "  java -jar devserver.jar runserver polls.war --datasource jdbc/p=jdbc:h2:mem:p"
        })
final class RunServer implements Callable<Integer> {

    private static final ListenAddress DEFAULT = new ListenAddress(ListenAddress.DEFAULT_HOST, 8000);

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "APP",
            defaultValue = ".",
            description = {
                "A .war file, an exploded web application folder, an executable .jar, or the folder of a Maven project;"
                        + " the current folder if not given."
            })
    private Path application = Path.of(".");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ADDR:PORT",
            converter = ListenAddress.Converter.class,
            description = {
                "Where to listen; 127.0.0.1:8000 if not given, port 0 for any that is free. Of applications that bring"
                        + " their own server, those of Spring Boot can be told."
            })
    private @Nullable ListenAddress address;

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

    @Option(
            names = "--main-class",
            paramLabel = "CLASS",
            description = "The class to run, for a Maven project in which several have a main method.")
    private @Nullable String mainClass;

    @Option(names = "--noreload", description = "Do not start the application anew when its files are saved.")
    private boolean noReload;

    @Option(
            names = "--sources",
            paramLabel = "FOLDER",
            description = {
                "The sources of a .war or an exploded web application, to be compiled when they are saved: a project's folder"
                        + " or one of .java files. Those of a Maven project are found."
            })
    private @Nullable Path sources;

    @Option(names = "--check", description = "Print what was found and would be done, and do nothing.")
    private boolean check;

    @Option(
            names = "--plain",
            description =
                    "Leave the terminal alone: no status line and no keys. For an application that reads from it.")
    private boolean plain;

    @Option(names = "--traceback", description = "Print the stack trace of a failure.")
    private boolean traceback;

    /** What follows {@code --} on the command line; null if there is none. */
    private final @Nullable List<String> arguments;

    RunServer(@Nullable List<String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() throws Exception {
        return new Target(application, mainClass, check).run(this);
    }

    /** Runs a web application here. */
    int serve(Path webApplicationPath) throws Exception {
        List<Path> jars = WebApplication.jars(classpath);
        return serve(
                webApplicationPath,
                sources == null ? Sources.NONE : Sources.in(sources, ReloadedApplication.compileClassPath(jars)));
    }

    /** Runs a web application here, and again when one of these is saved. */
    int serve(Path webApplicationPath, Sources found) throws Exception {
        if (arguments != null) {
            throw new LaunchException(
                    "a web application takes no arguments, so there is nothing to do with what follows --");
        }
        ListenAddress listening = address == null ? DEFAULT : address;
        ServerLog.configure(traceback);
        WebApplication webApplication = WebApplication.at(webApplicationPath, contextPath, classpath);
        if (check) {
            print("a web application, to be run in Jetty " + Versions.jetty() + " at "
                    + listening.url(listening.port()));
            return 0;
        }
        DevServerSettings settings = settings(webApplication);
        try (TerminalSession terminal =
                        TerminalSession.open(plain, settings.console().colored());
                ConsoleReporter console = ConsoleReporter.create(settings.console(), settings.log());
                DevServer devServer = DevServer.create(settings, terminal.listeners(console))) {
            Instrumented instrumented = Instrumented.by(devServer);
            WebApplication recorded = webApplication.after(instrumented);
            if (!dataSources.isEmpty()) {
                instrumented.await(); // they are opened before the application is
            }
            if (noReload) {
                WebAppContext context = install(recorded.context(), devServer);
                JettyLauncher.serve(context, listening, webApplicationPath, terminal, () -> {});
            } else {
                WebAppReload.Contexts contexts =
                        folder -> install(recorded.reloadable(folder, found.pages()), devServer);
                ReloadedApplication.serve(contexts, webApplicationPath, found, listening, terminal);
            }
        }
        return 0;
    }

    private WebAppContext install(WebAppContext context, DevServer devServer) throws NamingException {
        JettyDevServer.install(context, devServer);
        context.addConfiguration(new TomcatContext(devServer));
        for (JndiDataSource dataSource : dataSources) {
            dataSource.bindIn(context, devServer);
        }
        return context;
    }

    /** Runs an application that brings its own server in a JVM of its own. */
    int start(Program program) throws Exception {
        refuseOptionsOfWebApplications(program);
        FoundServer server = program.server();
        if (!server.recorded()) {
            System.err.println(
                    "devserver: this application serves with " + server.name() + ", which is none of Jetty, Tomcat"
                            + " and Undertow: its requests are not shown. With -Ddevserver.background=true its calls are,"
                            + " by thread");
        }
        ListenAddress listening = address == null && program.takesAddress() ? DEFAULT : address;
        ChildProgram child = new ChildProgram(program, listening, arguments == null ? List.of() : arguments);
        if (check) {
            print(program.description() + (server.name().isEmpty() ? "" : ", serving with " + server.name()));
            print("would run: " + String.join(" ", child.command(Path.of("devserver-agent.jar"))));
            return 0;
        }
        try (TerminalSession terminal = TerminalSession.openForChild(plain)) {
            return child.run(terminal, noReload);
        }
    }

    private void refuseOptionsOfWebApplications(Program program) throws LaunchException {
        if (address != null && !program.takesAddress()) {
            throw new LaunchException(
                    program.name() + " can't be told where to listen, as it is not Spring Boot's: give it"
                            + " its own option after --");
        }
        if (!dataSources.isEmpty() || !classpath.isEmpty() || !contextPath.equals("/")) {
            throw new LaunchException("--datasource, --classpath and --context-path are for web applications: "
                    + program.name() + " brings its own server");
        }
    }

    boolean reloads() {
        return !noReload;
    }

    static void print(String line) {
        System.out.println(line);
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
}
