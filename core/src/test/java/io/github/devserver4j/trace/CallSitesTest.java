package io.github.devserver4j.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.h2.util.StringUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallSitesTest {

    private final CallSites byLocation = CallSites.of(ApplicationCode.in(List.of()));

    @Test
    void aFolderOfClassesIsTheApplication() {
        assertThat(byLocation.find())
                .extracting(StackFrame::getClassName, StackFrame::getMethodName)
                .containsExactly(CallSitesTest.class.getName(), "aFolderOfClassesIsTheApplication");
    }

    @Test
    void aLambdaIsFoundInItsClass() {
        Supplier<@Nullable StackFrame> lambda = byLocation::find;
        Supplier<@Nullable StackFrame> outer = () -> lambda.get();
        assertThat(outer.get())
                .extracting(StackFrame::getMethodName)
                .asString()
                .startsWith("lambda$aLambdaIsFoundInItsClass$");
    }

    @Test
    void aDeepStackOfLibrariesIsWalkedThrough() {
        assertThat(recurse(500)).extracting(StackFrame::getMethodName).isEqualTo("recurse");
        CallSites here = CallSites.of(ApplicationCode.in(List.of("io.github.devserver4j")));
        assertThat(List.of(1).stream().map(i -> here.find()).findFirst()).isPresent();
    }

    private @Nullable StackFrame recurse(int depth) {
        return depth == 0 ? byLocation.find() : recurse(depth - 1);
    }

    @Test
    void generatedClassesAreSkipped() {
        assertThat(Generated$$SpringCGLIB$$0.call(byLocation))
                .extracting(StackFrame::getMethodName)
                .isEqualTo("generatedClassesAreSkipped");
    }

    @Test
    void configuredPackagesAreAllThatCounts() {
        CallSites junit = CallSites.of(ApplicationCode.in(List.of("org.junit.platform")));
        assertThat(junit.find()).extracting(StackFrame::getClassName).asString().startsWith("org.junit.platform.");
        assertThat(CallSites.of(ApplicationCode.in(List.of("com.nobody"))).find())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"io.github.devserver4j.trace", "io.github", "io.github.", "io.github.*"})
    void packagesMayBeWrittenInSeveralWays(String name) {
        assertThat(ApplicationCode.in(List.of(name)).originOf(CallSitesTest.class))
                .isEqualTo(ApplicationCode.Origin.APPLICATION);
    }

    @Test
    void partOfAPackagesNameIsNotThePackage() {
        assertThat(ApplicationCode.in(List.of("io.git")).originOf(CallSitesTest.class))
                .isEqualTo(ApplicationCode.Origin.LIBRARY);
    }

    @ParameterizedTest
    @CsvSource({
        "file:/srv/app/classes/, APPLICATION",
        "file:/srv/ROOT/WEB-INF/classes/, APPLICATION",
        "jar:file:/srv/app.war!/WEB-INF/classes/, APPLICATION",
        "jar:file:/srv/app.jar!/BOOT-INF/classes!/, APPLICATION",
        "file:/srv/app.jar, MAYBE"
    })
    void codeIsToldByItsLocation(String location, ApplicationCode.Origin origin) throws Exception {
        Class<?> type = new Located(new URL(null, location, new NoConnection())).define(Sample.class);
        assertThat(ApplicationCode.in(List.of()).originOf(type)).isEqualTo(origin);
    }

    @Test
    void librariesAndTheJdkAreNot() {
        ApplicationCode code = ApplicationCode.in(List.of());
        assertThat(List.of(String.class, Method.class, URI.class, StringUtils.class, CallSites.class))
                .extracting(code::originOf)
                .containsOnly(ApplicationCode.Origin.LIBRARY);
    }

    @Test
    void offFindsNothing() {
        assertThat(CallSites.off().find()).isNull();
    }

    @Test
    void theFirstFiveExecutionsAndThenEverySixteenthAreLookedUp() {
        CallSiteSampler sampler = new CallSiteSampler(byLocation);
        int due = 0;
        for (int i = 0; i < 1_600; i++) {
            due += requireNonNull(sampler.execution("operation", false)).isDue() ? 1 : 0;
        }
        assertThat(due).isEqualTo(5 + 100);
    }

    @Test
    void withinAClientLibraryTheFirstThreeAreLookedUp() {
        CallSiteSampler sampler = new CallSiteSampler(byLocation);
        int due = 0;
        for (int i = 0; i < 1_600; i++) {
            due += requireNonNull(sampler.execution("operation", true)).isDue() ? 1 : 0;
        }
        assertThat(due).isEqualTo(3 + 100);
    }

    @Test
    void executionsThatAreNotLookedUpStandWhereAllOthersDo() {
        TraceRecorder recorder = recorder();
        List<@Nullable CallSite> sites = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sites.add(recorder.callSite("operation"));
        }
        assertThat(sites).extracting(CallSitesTest::line).doesNotContainNull().containsOnly(line(sites.get(0)));
    }

    @Test
    void ofExecutionsAtSeveralPlacesOnlyThoseLookedUpHaveOne() {
        TraceRecorder recorder = recorder();
        List<@Nullable CallSite> sites = new ArrayList<>();
        sites.add(recorder.callSite("operation"));
        for (int i = 0; i < 10; i++) {
            sites.add(recorder.callSite("operation"));
        }
        assertThat(line(sites.get(1))).isEqualTo(requireNonNull(line(sites.get(0))) + 2);
        assertThat(sites.subList(2, 5)).extracting(CallSitesTest::line).containsOnly(line(sites.get(1)));
        assertThat(sites.subList(5, 11)).extracting(CallSitesTest::line).containsOnlyNulls();
    }

    @Test
    void anExecutionAfterAnotherOperationIsLookedUp() {
        TraceRecorder recorder = recorder();
        for (int i = 0; i < 10; i++) {
            recorder.callSite("loop");
        }
        assertThat(requireNonNull(recorder.callSite("loop")).isAssumed()).isTrue();
        recorder.callSite("another");
        CallSite later = requireNonNull(recorder.callSite("loop"));
        assertThat(later.isAssumed()).isFalse();
        assertThat(requireNonNull(recorder.callSite("loop")).element()).isNull();
    }

    @Test
    void anOperationThatRequestsBeforeHadAtOnePlaceIsLookedUpTwice() {
        for (int i = 0; i < 2; i++) {
            assertThat(lookedUpOf(10, recorder())).isEqualTo(3);
        }
        assertThat(lookedUpOf(10, recorder())).isEqualTo(2);
        requireNonNull(recorder().farCallSite("operation")); // at another place
        assertThat(lookedUpOf(10, recorder())).isEqualTo(3);
    }

    @Test
    void anotherPlaceInALoopOfASettledOperationIsNotTakenForTheFirst() {
        List<@Nullable CallSite> sites = new ArrayList<>();
        for (int request = 0; request < 10; request++) {
            TraceRecorder recorder = recorder();
            sites.clear();
            for (int i = 0; i < 10; i++) {
                sites.add(request == 9 && i > 0 ? recorder.farCallSite("operation") : settled(recorder));
            }
        }
        assertThat(line(sites.get(0))).isNotNull().isNotEqualTo(line(sites.get(1)));
        assertThat(sites.subList(3, 10)).extracting(CallSitesTest::line).containsOnlyNulls();
    }

    private static @Nullable CallSite settled(TraceRecorder recorder) {
        return recorder.farCallSite("operation");
    }

    private static long lookedUpOf(int executions, TraceRecorder recorder) {
        long lookedUp = 0;
        for (int i = 0; i < executions; i++) {
            lookedUp += requireNonNull(recorder.farCallSite("operation")).isAssumed() ? 0 : 1;
        }
        return lookedUp;
    }

    @Test
    void theNextLookupFetchesAsManyFramesAsWereNeeded() {
        KnownPlaces.Known known = byLocation.known("operation", false);
        assertThat(requireNonNull(byLocation.find(known)).getMethodName())
                .isEqualTo("theNextLookupFetchesAsManyFramesAsWereNeeded");
        assertThat(known.frames()).isEqualTo(2);
        assertThat(byLocation.known("operation", true)).isSameAs(known);
    }

    @Test
    void theSamplerKeepsABoundedNumberOfOperations() {
        CallSiteSampler sampler = new CallSiteSampler(byLocation);
        for (int i = 0; i < 2_000; i++) {
            assertThat(sampler.execution(i, false)).isNotNull();
        }
        assertThat(sampler.execution("one too many", false)).isNull();
        assertThat(sampler.execution(0, false)).isNotNull();
    }

    private TraceRecorder recorder() {
        TraceSettings settings = new TraceSettings(Ticker.system(), 100, byLocation);
        return Tracer.create(CurrentTrace.create(), settings, new RecordingSink())
                .start(new RequestLine("GET", "/", "HTTP/1.1"));
    }

    private static @Nullable Integer line(@Nullable CallSite site) {
        StackTraceElement element = site == null ? null : site.element();
        return element == null ? null : element.getLineNumber();
    }

    /** As frameworks make them at run time, but for the source. */
    private static final class Generated$$SpringCGLIB$$0 {
        static @Nullable StackFrame call(CallSites callSites) {
            return callSites.find();
        }
    }

    /** Is defined again elsewhere. */
    static final class Sample {}

    private static final class Located extends ClassLoader {
        private final ProtectionDomain domain;

        Located(URL location) {
            super(null);
            domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null);
        }

        Class<?> define(Class<?> type) throws IOException {
            try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                return defineClass(type.getName(), bytes, 0, bytes.length, domain);
            }
        }
    }

    private static final class NoConnection extends java.net.URLStreamHandler {
        @Override
        protected java.net.@Nullable URLConnection openConnection(URL url) throws IOException {
            throw new IOException("not needed");
        }
    }
}
