package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Instruments the JDK's own pools, futures and threads, so that a task keeps the request of whoever gave it away. Tasks stay
 * the objects they are: what they belong to is remembered beside them, and looked up where the JDK runs them. Names
 * of private methods are those of JDK 17 to 25.
 */
final class JdkInstrumentation implements InstrumentedLibrary {

    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
    private static final String FORK_JOIN_POOL = CONCURRENT + "ForkJoinPool";
    private static final String SCHEDULED_POOL = CONCURRENT + "ScheduledThreadPoolExecutor";
    private static final String FORK_JOIN_TASK = CONCURRENT + "ForkJoinTask";
    private static final String STAGE = CONCURRENT + "CompletableFuture$";

    /** Subclasses that have a {@code tryFire} of their own, and the one whose constructor all of them call. */
    private static final ElementMatcher.Junction<TypeDescription> STAGES =
            ElementMatchers.<TypeDescription>nameStartsWith(STAGE);

    private static final ElementMatcher.Junction<TypeDescription> THREADS =
            ElementMatchers.namedOneOf("java.lang.Thread", "java.lang.VirtualThread");

    /** The only classes of the JDK that are looked at. */
    static final ElementMatcher.Junction<TypeDescription> TYPES = ElementMatchers.<TypeDescription>namedOneOf(
                    POOL,
                    POOL + "$Worker",
                    SCHEDULED_POOL,
                    FORK_JOIN_POOL,
                    FORK_JOIN_TASK,
                    "java.lang.Thread",
                    "java.lang.VirtualThread",
                    "jdk.internal.net.http.HttpClientBuilderImpl")
            .or(STAGES);

    /**
     * Loaded before the agent begins, which instruments loaded classes, too: one that is loaded because another one is being
     * instrumented would be left as it is.
     */
    @SuppressWarnings("UnusedVariable") // that they are loaded is what it is for
    private static final List<Class<?>> LOADED = List.of(
            loaded(POOL + "$Worker"),
            ThreadPoolExecutor.class,
            ScheduledThreadPoolExecutor.class,
            ForkJoinPool.class,
            ForkJoinTask.class,
            ForkJoinWorkerThread.class);

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException notOfThisJdk) {
            return Object.class;
        }
    }

    @Override
    public AgentBuilder addTo(AgentBuilder agent, Hooks hooks) {
        Inlining into = new Inlining(agent, hooks);
        into.methods(POOL, named("execute").and(takesArguments(1)), JdkAdvice.Given.class, "given");
        into.methods(POOL, named("remove").and(takesArguments(Runnable.class)), JdkAdvice.Removed.class, "removed");
        into.methods(POOL, named("getTask").and(takesNoArguments()), JdkAdvice.Taken.class, "running");
        into.methods(POOL + "$Worker", named("run").and(takesNoArguments()), JdkAdvice.Work.class, "running");
        into.methods(SCHEDULED_POOL, named("delayedExecute"), JdkAdvice.FirstRemembered.class, "remember");
        into.methods(
                FORK_JOIN_POOL,
                namedOneOf("externalSubmit", "externalPush", "lazySubmit").and(takesArgument(0, ForkJoinTask.class)),
                JdkAdvice.FirstRemembered.class,
                "remember");
        into.methods(
                FORK_JOIN_POOL,
                named("poolSubmit").and(takesArgument(1, ForkJoinTask.class)),
                JdkAdvice.SecondRemembered.class,
                "remember");
        into.methods(FORK_JOIN_TASK, named("fork").and(takesNoArguments()), JdkAdvice.ThisEntered.class, "remember");
        into.methods(FORK_JOIN_TASK, named("doExec").and(takesNoArguments()), JdkAdvice.Run.class, "entered");
        into.methods(STAGES, named("tryFire").and(takesArguments(int.class)), JdkAdvice.Run.class, "entered");
        into.methods(STAGE + "UniCompletion", isConstructor(), JdkAdvice.ThisConstructed.class, "remember");
        into.methods(THREADS, named("start"), JdkAdvice.ThisEntered.class, "starting");
        into.methods("java.lang.Thread", named("exit").and(takesNoArguments()), JdkAdvice.Ended.class, "ended");
        // VirtualThread.run(Runnable) returns when the virtual thread is not the current one any more
        into.methods(THREADS, named("runWith"), JdkAdvice.Ended.class, "ended");
        return into.agent;
    }

    /** Adds one advice after another to an agent that is being built. */
    private static final class Inlining {
        private final Hooks hooks;
        private AgentBuilder agent;

        Inlining(AgentBuilder agent, Hooks hooks) {
            this.agent = agent;
            this.hooks = hooks;
        }

        void methods(String type, ElementMatcher<MethodDescription> methods, Class<?> advice, String hook) {
            methods(named(type), methods, advice, hook);
        }

        void methods(
                ElementMatcher<? super TypeDescription> types,
                ElementMatcher<MethodDescription> methods,
                Class<?> advice,
                String hook) {
            Advice inlined = Advice.withCustomMapping()
                    .bind(Hook.class, hooks.field(hook))
                    .to(advice);
            agent = agent.type(types)
                    .transform((builder, type, loader, module, domain) -> builder.visit(inlined.on(methods)));
        }
    }
}
