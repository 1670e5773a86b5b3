package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.isBootstrapClassLoader;
import static net.bytebuddy.matcher.ElementMatchers.isExtensionClassLoader;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Instruments the classes of applications in this JVM.
 *
 * <ol>
 *   <li>The hooks are put where every class sees them; they wrap through the integrations that plain wiring uses.
 *   <li>Byte Buddy inlines a call of a hook into each library's methods as their classes are loaded.
 * </ol>
 */
public final class Agent {

    /** Byte Buddy's own switches, read when its classes are loaded: no sun.misc.Unsafe, and nothing that is only for it. */
    private static final List<String> SWITCHES = List.of("net.bytebuddy.safe", "net.bytebuddy.nexus.disabled");

    private Agent() {}

    /** Installs the agent; to be called once in a JVM. Classes that are loaded already are instrumented as well. */
    public static void install(Instrumentation instrumentation, Recording recording) {
        List<InstrumentedLibraries.Entry> libraries = InstrumentedLibraries.all(recording.servlets());
        Map<String, Object> hooks =
                new HashMap<>(new TracedTasks(recording.currentTrace(), recording.callSites()).hooks());
        hooks.put(JdbcInstrumentation.HOOK, new TracedConnections(recording.jdbc()));
        hooks.put(AppSides.HOOK, new AppSides(libraries, recording));
        // the launcher's own Jetty and all that comes with it: thousands of classes
        boolean isLauncher = !recording.servlets();
        ElementMatcher<ClassLoader> ignored = isLauncher ? is(Agent.class.getClassLoader()) : none();
        withoutUnsafe(() -> instrument(instrumentation, libraries, Hooks.define(instrumentation, hooks), ignored));
    }

    private static void instrument(
            Instrumentation instrumentation,
            List<InstrumentedLibraries.Entry> libraries,
            Hooks hooks,
            ElementMatcher<ClassLoader> ignored) {
        AgentBuilder agent = new AgentBuilder.Default(new ByteBuddy()
                        .with(TypeValidation.DISABLED)
                        // supertypes are not looked at: other agents may have added some that can't be found
                        .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE))
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                // one class that another agent has made impossible to change must not keep the others from it
                .with(AgentBuilder.RedefinitionStrategy.Listener.BatchReallocator.splitting())
                .with(AgentBuilder.InitializationStrategy.NoOp.INSTANCE)
                // a class stays as another agent has made it, even with what that hides from reflection
                .with(AgentBuilder.TypeStrategy.Default.DECORATE)
                .with(new FailedInstrumentations())
                // Of every class that is loaded: by name and loader alone, as anything else would parse its file.
                .ignore(any(), ignored)
                .or(nameStartsWith("net.bytebuddy.")
                        .or(nameStartsWith("io.github.devserver4j."))
                        .or(nameStartsWith("com.p6spy.")))
                .or(not(JdkInstrumentation.TYPES), isBootstrapClassLoader().or(isExtensionClassLoader()));
        agent = new JdbcInstrumentation().addTo(agent, hooks);
        agent = new JdkInstrumentation().addTo(agent, hooks);
        for (InstrumentedLibraries.Entry library : libraries) {
            agent = library.instrumentation().addTo(agent, hooks);
        }
        agent.installOn(instrumentation);
    }

    /**
     * Byte Buddy looks for sun.misc.Unsafe when it is loaded, which a JDK from 24 on prints a warning about. Only its own
     * switches prevent that; an application's Byte Buddy is not to see them.
     */
    private static void withoutUnsafe(Runnable action) {
        Map<String, @Nullable String> before = new HashMap<>();
        SWITCHES.forEach(name -> before.put(name, System.setProperty(name, "true")));
        try {
            action.run();
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }
}
