package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.util.ArrayList;
import java.util.List;

/** Every library that is recorded without its application's knowledge, but for the JDK's own. */
final class InstrumentedLibraries {

    private static final String SERVLETS = "the requests of this application are";

    private static final List<Entry> SERVLET_CONTAINERS = List.of(
            new Entry(
                    SERVLETS,
                    "servlet.JettyContexts",
                    List.of("servlet"),
                    new LibraryInstrumentation("jetty")
                            .entered(
                                    named("initialize").and(takesNoArguments()),
                                    "org.eclipse.jetty.ee8.servlet.ServletHandler",
                                    "org.eclipse.jetty.ee9.servlet.ServletHandler",
                                    "org.eclipse.jetty.ee10.servlet.ServletHandler",
                                    "org.eclipse.jetty.ee11.servlet.ServletHandler",
                                    "org.eclipse.jetty.servlet.ServletHandler")),
            new Entry(
                    SERVLETS,
                    "servlet.TomcatContexts",
                    List.of("servlet"),
                    new LibraryInstrumentation("tomcat")
                            .entered(
                                    named("filterStart").and(takesNoArguments()),
                                    "org.apache.catalina.core.StandardContext")),
            new Entry(
                    SERVLETS,
                    "servlet.UndertowContexts",
                    List.of("servlet"),
                    new LibraryInstrumentation("undertow")
                            .entered(
                                    named("initDone").and(takesNoArguments()),
                                    "io.undertow.servlet.spec.ServletContextImpl")));

    private static final List<Entry> CLIENTS = List.of(new Entry(
            "caches of Caffeine are",
            "caffeine.CaffeineWrapper",
            List.of("cache.caffeine"),
            new LibraryInstrumentation("caffeine")
                    .returned(
                            namedOneOf("build", "buildAsync").and(isPublic()),
                            "com.github.benmanes.caffeine.cache.Caffeine")));

    private InstrumentedLibraries() {}

    static List<Entry> all(boolean servlets) {
        List<Entry> all = new ArrayList<>(CLIENTS);
        if (servlets) {
            all.addAll(SERVLET_CONTAINERS);
        }
        return all;
    }

    /**
     * One library.
     *
     * @param subject the beginning of a sentence that ends with "not recorded"
     * @param appSideClass what its instrumented methods ask, below {@code io.github.devserver4j.agent.}
     * @param integrations the packages of devserver's that refer to its classes
     */
    record Entry(
            String subject, String appSideClass, List<String> integrations, LibraryInstrumentation instrumentation) {

        String name() {
            return instrumentation.library();
        }

        AppSide appSide(Recording recording) {
            return new AppSide(subject, appSideClass, integrations, recording);
        }
    }
}
