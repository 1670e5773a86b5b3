package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.util.concurrent.ForkJoinTask;
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
    private static final String STAGE = CONCURRENT + "CompletableFuture$";

    /** Subclasses that have a {@code tryFire} of their own, and the one whose constructor all of them call. */
    private static final ElementMatcher.Junction<TypeDescription> STAGES =
            ElementMatchers.<TypeDescription>nameStartsWith(STAGE);

    /** The only classes of the JDK that are looked at. */
    static final ElementMatcher.Junction<TypeDescription> TYPES = ElementMatchers.<TypeDescription>namedOneOf(
                    POOL,
                    POOL + "$Worker",
                    CONCURRENT + "ScheduledThreadPoolExecutor",
                    FORK_JOIN_POOL,
                    CONCURRENT + "ForkJoinTask",
                    "java.lang.Thread",
                    "java.lang.VirtualThread",
                    "jdk.internal.net.http.HttpClientBuilderImpl")
            .or(STAGES);

    @Override
    public AgentBuilder addTo(AgentBuilder agent) {
        return agent.type(named(POOL))
                .transform(advice(JdkAdvice.Given.class, named("execute").and(takesArguments(1))))
                .type(named(POOL))
                .transform(advice(JdkAdvice.Taken.class, named("getTask").and(takesNoArguments())))
                .type(named(POOL + "$Worker"))
                .transform(advice(JdkAdvice.Work.class, named("run").and(takesNoArguments())))
                .type(named(CONCURRENT + "ScheduledThreadPoolExecutor"))
                .transform(advice(JdkAdvice.Remembered.class, named("delayedExecute")))
                .type(named(FORK_JOIN_POOL))
                .transform(advice(
                        JdkAdvice.Remembered.class,
                        namedOneOf("externalSubmit", "externalPush", "lazySubmit")
                                .and(takesArgument(0, ForkJoinTask.class))))
                .type(named(FORK_JOIN_POOL))
                .transform(advice(
                        JdkAdvice.SecondRemembered.class,
                        named("poolSubmit").and(takesArgument(1, ForkJoinTask.class))))
                .type(named(CONCURRENT + "ForkJoinTask"))
                .transform(advice(JdkAdvice.Forked.class, named("fork").and(takesNoArguments())))
                .type(named(CONCURRENT + "ForkJoinTask"))
                .transform(advice(JdkAdvice.Run.class, named("doExec").and(takesNoArguments())))
                .type(STAGES)
                .transform(advice(JdkAdvice.Run.class, named("tryFire").and(takesArguments(int.class))))
                .type(named(STAGE + "UniCompletion"))
                .transform(advice(JdkAdvice.Constructed.class, isConstructor()))
                .type(ElementMatchers.namedOneOf("java.lang.Thread", "java.lang.VirtualThread"))
                .transform(advice(JdkAdvice.Started.class, named("start")))
                .type(named("java.lang.Thread"))
                .transform(advice(JdkAdvice.Ended.class, named("exit").and(takesNoArguments())))
                // run(Runnable) ends when the virtual thread is not the current one any more
                .type(ElementMatchers.namedOneOf("java.lang.Thread", "java.lang.VirtualThread"))
                .transform(advice(JdkAdvice.Ended.class, named("runWith")));
    }

    private static AgentBuilder.Transformer advice(Class<?> advice, ElementMatcher<MethodDescription> methods) {
        return (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(advice).on(methods));
    }
}
