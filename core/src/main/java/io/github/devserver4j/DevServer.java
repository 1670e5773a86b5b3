package io.github.devserver4j;

import io.github.devserver4j.console.BlockSink;
import io.github.devserver4j.console.ConsoleReporter;
import io.github.devserver4j.jdbc.JdbcTracing;
import io.github.devserver4j.resources.AllocationMeter;
import io.github.devserver4j.trace.ApplicationCode;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.InstalledTraces;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.Ticker;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import java.util.List;
import javax.sql.DataSource;

/**
 * devserver itself: wires recording and printing together. One is enough for an application. Thread-safe.
 *
 * <pre>{@code
 * DevServer devServer = DevServer.create();
 * context.addFilter("devserver", new DevServerFilter(devServer));      // see DevServerFilter for its mapping
 * Cache<String, Poll> polls = CaffeineTracing.create(devServer.currentTrace()).wrap(cache);
 * }</pre>
 */
public final class DevServer implements AutoCloseable {

    private final DevServerSettings settings;
    private final TraceDispatcher dispatcher;
    private final CallSites callSites;
    private final Tracer tracer;
    private final JdbcTracing jdbc;
    private final OptionalIntegrations integrations;
    private final Thread flushAtExit;
    private final Runnable whenClosed;

    private DevServer(DevServerSettings settings, List<TraceListener> listeners, Runnable whenClosed) {
        this.settings = settings;
        this.whenClosed = whenClosed;
        this.dispatcher = TraceDispatcher.start(listeners);
        this.callSites = callSites(settings);
        this.tracer = Tracer.create(
                CurrentTrace.create(Secrets.defaultsAnd(settings.mask()), AllocationMeter.create()),
                new TraceSettings(Ticker.system(), settings.callLimit(), callSites),
                dispatcher);
        this.jdbc =
                JdbcTracing.create(tracer.currentTrace(), tracer.currentTrace().secrets());
        if (settings.background() && settings.enabled()) {
            tracer.recordBackground();
        }
        this.integrations = OptionalIntegrations.install(tracer.currentTrace());
        InstalledTraces.add(tracer.currentTrace());
        this.flushAtExit = new Thread(null, dispatcher::close, "devserver-exit", 0, false);
        flushAtExit.setContextClassLoader(null);
        Runtime.getRuntime().addShutdownHook(flushAtExit);
    }

    /**
     * A devserver with the settings found outside of the code.
     *
     * @throws IllegalArgumentException if one of them is wrong
     */
    public static DevServer create() {
        return create(DevServerSettings.load());
    }

    /** A devserver with these settings, that prints to the console. */
    public static DevServer create(DevServerSettings settings) {
        ConsoleReporter console = ConsoleReporter.create(settings.console(), settings.log());
        return new DevServer(settings, List.of(console), console::close);
    }

    /** A devserver with these settings, whose blocks go to {@code sink} and nowhere else. */
    public static DevServer create(DevServerSettings settings, BlockSink sink) {
        return create(settings, List.of(ConsoleReporter.create(settings.console(), sink)));
    }

    /** A devserver with these settings, that tells these listeners and prints nothing itself. */
    public static DevServer create(DevServerSettings settings, List<? extends TraceListener> listeners) {
        return new DevServer(settings, List.copyOf(listeners), () -> {});
    }

    /**
     * Loads the agent into this JVM, as {@code -javaagent:devserver-agent.jar} would have done at its start: for tests and
     * for the prompt of {@code jshell}. What exists already and was not made through instrumented methods, such as a client that
     * was built or a servlet context that has started, stays as it is. Call it first; a second call has no effect.
     *
     * <p>The jar is {@code devserver-core} with the classifier {@code agent}, on the class path or beside that of core. A JVM from
     * 21 on tells of an agent loaded this way, unless it is started with {@code -XX:+EnableDynamicAgentLoading}.
     *
     * @throws IllegalStateException if the jar is not found, or this JVM lets nobody attach to it
     */
    public static void attach() {
        attach("");
    }

    /** As {@link #attach()}, with options of the agent: {@code background=true,truncate-sql=false}. */
    public static void attach(String options) {
        AgentJar.attach(AgentJar.find(), options);
    }

    /** Which request a thread works for; what every integration is created with. */
    public CurrentTrace currentTrace() {
        return tracer.currentTrace();
    }

    /** Records what the application asks of its databases. */
    public JdbcTracing jdbc() {
        return jdbc;
    }

    /** The data source with connections that are recorded; the same as {@code jdbc().wrap(dataSource)}. */
    public DataSource wrap(DataSource dataSource) {
        return jdbc.wrap(dataSource);
    }

    /** What finds the application's own frames on a stack. */
    public CallSites callSites() {
        return callSites;
    }

    /** What opens a recorder for each request. */
    public Tracer tracer() {
        return tracer;
    }

    /**
     * Begins a task of the current thread that no request asked for; see {@link Tracer#task}.
     *
     * <pre>{@code
     * try (Scope task = devServer.task("nightly import")) {
     *     importer.run();
     * }
     * }</pre>
     */
    public Scope task(String name) {
        return tracer.task(name);
    }

    /** The settings this was created with. */
    public DevServerSettings settings() {
        return settings;
    }

    /** Prints what is still to be printed, for at most two seconds, and ends. Requests after that are not shown. */
    @Override
    public void close() {
        InstalledTraces.remove(tracer.currentTrace());
        integrations.close();
        dispatcher.close();
        whenClosed.run();
        try {
            Runtime.getRuntime().removeShutdownHook(flushAtExit);
        } catch (IllegalStateException exiting) {
            // the hook is running already, or about to
        }
    }

    private static CallSites callSites(DevServerSettings settings) {
        return settings.callSites()
                ? CallSites.of(ApplicationCode.in(settings.applicationPackages()))
                : CallSites.off();
    }
}
