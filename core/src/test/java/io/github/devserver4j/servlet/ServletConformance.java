package io.github.devserver4j.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerFilter;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.testing.Blocks;
import io.github.devserver4j.trace.CurrentTrace;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every container has to do: each case asks the same application with and without the filter, expects the same
 * answer, and the block to the last line.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(20)
abstract class ServletConformance {

    private static final String HOST = "Host: localhost\r\n";

    private final TestServer.Starter starter;
    private final Blocks blocks = new Blocks();
    private final DevServer devServer =
            DevServer.create(DevServerSettings.builder().callSites(false).build(), blocks);
    private final TracingFilter filter = TracingFilter.create(devServer.tracer(), List.of("/favicon.ico", "/ignored"));
    private final ConformanceApp app = new ConformanceApp(devServer.currentTrace());
    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer bare;
    private TestServer traced;

    ServletConformance(TestServer.Starter starter) {
        this.starter = starter;
    }

    @BeforeAll
    void start(@TempDir Path files) throws Exception {
        Files.writeString(files.resolve("file.txt"), "a file");
        bare = start(files, new ConformanceApp(CurrentTrace.create())::addTo);
        traced = start(files, context -> {
            addFilters(context);
            app.addTo(context);
        });
    }

    private TestServer start(Path files, Consumer<ServletContext> setUp) throws Exception {
        return starter.start(new TestServer.WebApp(
                setUp, Map.of(418, "/page418"), Map.of(ConformanceApp.PagedException.class, "/exception-page"), files));
    }

    /** The filter under test, and whatever a subclass needs around it. */
    Filter underTest(TracingFilter tracing) {
        return tracing;
    }

    private void addFilters(ServletContext context) {
        map(context, "devserver", underTest(filter), "/*")
                .addMappingForUrlPatterns(DevServerFilter.dispatcherTypes(), true, "/wrapped");
        map(
                context,
                "second",
                underTest(TracingFilter.create(devServer.tracer(), List.of())),
                "/forward",
                "/async-dispatch");
    }

    private static FilterRegistration.Dynamic map(
            ServletContext context, String name, Filter filter, String... patterns) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(DevServerFilter.dispatcherTypes(), true, patterns);
        return registration;
    }

    @AfterAll
    void stop() throws Exception {
        bare.close();
        traced.close();
        devServer.close();
    }

    /** Of a test that failed. */
    @BeforeEach
    void forgetLeftovers() {
        blocks.clear();
        app.mayGoOn.drainPermits();
    }

    /** A block too many would come before this one. */
    @AfterEach
    void nothingElseIsPrintedAndNothingStaysOpen() throws Exception {
        ask(traced, get("/sync"));
        block(line("GET /sync", 200, 5));
        assertThat(blocks.isEmpty()).isTrue();
        assertThat(filter.openRequests()).isZero();
    }

    // What differs between containers.

    /** A block without what can't be foreseen here. */
    String comparable(String block) {
        return block;
    }

    /** Whether error pages belong to the request that they are for. */
    boolean seesErrorPages() {
        return true;
    }

    /** What the end of the access line says of a time-out that nobody dealt with. */
    String timeout() {
        return "";
    }

    // Plain requests.

    @Test
    void aRequestIsOneLine() throws Exception {
        same(get("/sync"));
        block(line("GET /sync", 200, 5));
    }

    @Test
    void aPostWithItsCall() throws Exception {
        HttpResponse<String> answer = same(to("/echo").POST(BodyPublishers.ofString("grüße")));
        assertThat(answer.body()).isEqualTo("grüße");
        block("    [test] (0ms) echo", "    [test] (0ms) 1 calls", line("POST /echo", 200, 7));
    }

    @Test
    void aPathThatIsNotThere() throws Exception {
        HttpResponse<String> answer = same(get("/missing"));
        block(line("GET /missing", 404, errorPageLength(answer)));
    }

    @Test
    void secretsInTheQueryAreMasked() throws Exception {
        same(get("/sync?user=ann&password=geheim&x=%22"));
        block(line("GET /sync?user=ann&password=***&x=%22", 200, 5));
    }

    @Test
    void aForwardBelongsToItsRequest() throws Exception {
        same(get("/forward"));
        block(
                "    [test] (0ms) before",
                "    [test] (0ms) target",
                "    [test] (0ms) after",
                "    [test] (0ms) 3 calls",
                line("GET /forward", 200, 6));
    }

    @Test
    void anIncludeBelongsToItsRequest() throws Exception {
        HttpResponse<String> answer = same(get("/include"));
        assertThat(answer.body()).isEqualTo("[target]");
        block("    [test] (0ms) target", "    [test] (0ms) 1 calls", line("GET /include", 200, 8));
    }

    @Test
    void whatAServletDoesAfterItClosedItsAnswerIsRecorded() throws Exception {
        same(get("/close"));
        block("    [test] (0ms) after closing", "    [test] (0ms) 1 calls", line("GET /close", 200, 6));
    }

    @Test
    void wrappersOfOtherFiltersDoNotMatterAndTheFilterMayBeMappedTwice() throws Exception {
        same(get("/wrapped"));
        block(
                "    [test] (0ms) HttpServletRequestWrapper",
                "    [test] (0ms) target",
                "    [test] (0ms) 2 calls",
                line("GET /wrapped", 200, 6));
    }

    // Errors.

    @Test
    void theErrorPageBelongsToItsRequest() throws Exception {
        HttpResponse<String> answer = same(get("/error418"));
        assertThat(answer.body()).isEqualTo("teapot /error418");
        if (seesErrorPages()) {
            block(
                    "    [test] (0ms) before",
                    "    [test] (0ms) error page",
                    "    [test] (0ms) 2 calls",
                    line("GET /error418", 418, 16));
        } else {
            block("    [test] (0ms) before", "    [test] (0ms) 1 calls", line("GET /error418", 418, 16));
        }
    }

    @Test
    void anErrorWithoutAPageOfItsOwn() throws Exception {
        HttpResponse<String> answer = same(get("/error409"));
        block(line("GET /error409", 409, errorPageLength(answer)));
    }

    @Test
    void anExceptionIsNamedOnTheAccessLine() throws Exception {
        HttpResponse<String> answer = same(get("/exception"));
        block(
                "    [test] (0ms) before",
                "    [test] (0ms) 1 calls",
                failed("GET /exception", errorPageLength(answer), "java.lang.IllegalStateException"));
    }

    @Test
    void theCauseOfAServletExceptionIsNamed() throws Exception {
        HttpResponse<String> answer = same(get("/servlet-exception"));
        block(failed("GET /servlet-exception", errorPageLength(answer), "java.lang.UnsupportedOperationException"));
    }

    @Test
    void anErrorIsNamed() throws Exception {
        HttpResponse<String> answer = same(get("/java-error"));
        block(failed("GET /java-error", errorPageLength(answer), "java.lang.AssertionError"));
    }

    @Test
    void anExceptionsPageBelongsToItsRequest() throws Exception {
        HttpResponse<String> answer = same(get("/paged-exception"));
        String access = failed(
                "GET /paged-exception", length(answer.body().length()), ConformanceApp.PagedException.class.getName());
        if (seesErrorPages()) {
            block("    [test] (0ms) exception page", "    [test] (0ms) 1 calls", access);
        } else {
            block(access);
        }
    }

    @Test
    void anExceptionAfterTheAnswerHasBegun() throws Exception {
        try (RawClient raw = new RawClient(traced.port())) {
            raw.send("GET /committed-exception HTTP/1.1\r\n" + HOST + "\r\n");
            raw.readUntil("begun");
            assertThat(blocks.next())
                    .contains("\"GET /committed-exception HTTP/1.1\" ")
                    .endsWith("; java.lang.IllegalStateException)");
        }
    }

    // Asynchronous requests.

    @Test
    void anAsynchronousAnswerFromAnotherThread() throws Exception {
        HttpResponse<String> answer = same(get("/async-complete"));
        assertThat(answer.body()).isEqualTo("asynchronous");
        block(
                "    [test] (0ms) on the container's thread",
                "    [test] (0ms) on another thread",
                "    [test] (0ms) 2 calls",
                line("GET /async-complete", 200, 12));
    }

    @Test
    void anAsynchronousAnswerThatIsCompleteBeforeTheServletReturns() throws Exception {
        same(get("/async-complete-at-once"));
        block(
                "    [test] (0ms) after complete",
                "    [test] (0ms) 1 calls",
                line("GET /async-complete-at-once", 200, 7));
    }

    @Test
    void anAsyncDispatchIsRecordedOnce() throws Exception {
        same(get("/async-dispatch"));
        block(
                "    [test] (0ms) round 0",
                "    [test] (0ms) round 1",
                "    [test] (0ms) target",
                "    [test] (0ms) 3 calls",
                line("GET /async-dispatch", 200, 6));
    }

    @Test
    void severalAsyncDispatchesAreRecordedOnce() throws Exception {
        same(get("/async-dispatch-twice"));
        block(
                "    [test] (0ms) round 0",
                "    [test] (0ms) round 1",
                "    [test] (0ms) round 2",
                "    [test] (0ms) target",
                "    [test] (0ms) 4 calls",
                line("GET /async-dispatch-twice", 200, 6));
    }

    @Test
    void anAsyncDispatchBeforeTheServletReturns() throws Exception {
        same(get("/async-dispatch-at-once"));
        block("    [test] (0ms) dispatched", "    [test] (0ms) 1 calls", line("GET /async-dispatch-at-once", 200, 18));
    }

    @Test
    void wrappersStayOverAnAsyncDispatch() throws Exception {
        same(get("/wrapped-async"));
        block(
                "    [test] (0ms) round 0",
                "    [test] (0ms) round 1",
                "    [test] (0ms) target",
                "    [test] (0ms) 3 calls",
                line("GET /wrapped-async", 200, 6));
    }

    @Test
    void anAsyncDispatchThatThrows() throws Exception {
        HttpResponse<String> answer = same(get("/async-dispatch-throws"));
        block(failed("GET /async-dispatch-throws", errorPageLength(answer), "java.lang.IllegalStateException"));
    }

    @Test
    void anAsynchronousTimeout() throws Exception {
        HttpResponse<String> answer = same(get("/async-timeout"));
        block(
                "    [test] (0ms) before",
                "    [test] (0ms) 1 calls",
                access("GET /async-timeout HTTP/1.1", 500, errorPageLength(answer), timeout()));
    }

    @Test
    void anAsynchronousTimeoutThatIsAnswered() throws Exception {
        HttpResponse<String> answer = same(get("/async-timeout-answered"));
        assertThat(answer.body()).isEqualTo("too slow");
        block(line("GET /async-timeout-answered", 503, 8));
    }

    // Streams.

    @Test
    void aStreamArrivesPartByPart() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(uri(traced, get("/stream")).build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            for (int part = 0; part < 3; part++) {
                assertThat(body.readNBytes(ConformanceApp.LARGE)).hasSize(ConformanceApp.LARGE);
                if (part < 2) {
                    assertThat(blocks.isEmpty()).isTrue();
                    app.mayGoOn.release();
                }
            }
            assertThat(body.read()).isEqualTo(-1);
        }
        block(line("GET /stream", 200, 3 * ConformanceApp.LARGE));
    }

    @Test
    void eventsArriveOneByOneAndTheBlockAtTheEnd() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(uri(traced, get("/events")).build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            for (int event = 0; event < 3; event++) {
                app.mayGoOn.release();
                assertThat(body.readNBytes(9)).isEqualTo(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
            }
            assertThat(body.read()).isEqualTo(-1);
        }
        block(
                "    [test] (0ms) event 0",
                "    [test] (0ms) event 1",
                "    [test] (0ms) event 2",
                "    [test] (0ms) 3 calls",
                line("GET /events", 200, 27));
    }

    @Test
    void nonBlockingOutput() throws Exception {
        HttpResponse<String> answer = same(get("/non-blocking"));
        assertThat(answer.body()).hasSize(3 * ConformanceApp.LARGE);
        block(line("GET /non-blocking", 200, 3 * ConformanceApp.LARGE));
    }

    @Test
    void aClientThatHangsUp() throws Exception {
        try (RawClient raw = new RawClient(traced.port())) {
            raw.send("GET /endless HTTP/1.1\r\n" + HOST + "\r\n");
            raw.in().readNBytes(1_000_000);
            raw.reset();
        }
        assertThat(blocks.next().replaceAll("200 ([0-9]+|-) ", "200 N "))
                .isEqualTo(String.join(
                        "\n",
                        "    [test] (0ms) disconnected",
                        "    [test] (0ms) 1 calls",
                        access("GET /endless HTTP/1.1", 200, "N", "")));
    }

    @Test
    void requestsThatShareAConnection() throws Exception {
        try (RawClient raw = new RawClient(traced.port())) {
            raw.send("GET /sync HTTP/1.1\r\n" + HOST + "\r\n" + "GET /target HTTP/1.1\r\n" + HOST + "\r\n"
                    + "POST /echo HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\nabc"
                    + "GET /forward HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
            assertThat(new String(raw.in().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("hello", "target", "abc");
        }
        block(line("GET /sync", 200, 5));
        block("    [test] (0ms) target", "    [test] (0ms) 1 calls", line("GET /target", 200, 6));
        block("    [test] (0ms) echo", "    [test] (0ms) 1 calls", line("POST /echo", 200, 3));
        block(
                "    [test] (0ms) before",
                "    [test] (0ms) target",
                "    [test] (0ms) after",
                "    [test] (0ms) 3 calls",
                line("GET /forward", 200, 6));
    }

    // Answers without a body.

    @Test
    void headHasNoLength() throws Exception {
        same(to("/sync").method("HEAD", BodyPublishers.noBody()));
        block(access("HEAD /sync HTTP/1.1", 200, "0", ""));
    }

    @Test
    void notModified() throws Exception {
        same(get("/not-modified"));
        block(access("GET /not-modified HTTP/1.1", 304, "0", ""));
    }

    @Test
    void noContent() throws Exception {
        same(get("/no-content"));
        block(access("GET /no-content HTTP/1.1", 204, "0", ""));
    }

    @Test
    void anUpgrade() throws Exception {
        for (TestServer server : List.of(bare, traced)) {
            try (RawClient raw = new RawClient(server.port())) {
                raw.send("GET /upgrade HTTP/1.1\r\n" + HOST + "Connection: Upgrade\r\nUpgrade: echo\r\n\r\n");
                assertThat(raw.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 101 ");
            }
        }
        block(access("GET /upgrade HTTP/1.1", 101, "0", ""));
    }

    // What the application must not notice.

    @Test
    void theApplicationGetsTheContainersOwnObjects() throws Exception {
        assertThat(same(get("/identity")).body()).doesNotContain("devserver").contains(" true ");
        block(line("GET /identity", 200, same(get("/identity")).body().length()));
        blocks.next();
    }

    @Test
    void noAttributeAppears() throws Exception {
        String body = same(get("/attributes")).body();
        assertThat(body).contains("added mine").doesNotContain("devserver");
        block(line("GET /attributes", 200, body.length()));
    }

    // What is not shown.

    @Test
    void ignoredPathsAreNotShown() throws Exception {
        same(get("/ignored?x"));
        same(get("/favicon.ico"));
    }

    @Test
    void aPageThatAFilterAnswersIsShown() throws Exception {
        same(get("/login.action"));
        block(line("GET /login.action", 200, 6));
    }

    @Test
    void filesAreNotShown() throws Exception {
        HttpResponse<String> answer = same(get("/file.txt"));
        assertThat(answer.body()).isEqualTo("a file");
        String modified = answer.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(same(to("/file.txt").header("If-Modified-Since", modified)).statusCode())
                .isEqualTo(304);
    }

    private HttpRequest.Builder get(String path) {
        return to(path);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder().header("X-Path", path);
    }

    private HttpRequest.Builder uri(TestServer server, HttpRequest.Builder request) {
        String path = request.copy()
                .uri(URI.create("http://localhost/"))
                .build()
                .headers()
                .firstValue("X-Path")
                .orElseThrow();
        return request.copy()
                .version(HttpClient.Version.HTTP_1_1)
                .uri(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> ask(TestServer server, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(uri(server, request).build(), BodyHandlers.ofString());
    }

    /** The answer of the application with the filter, which must be the same as without. */
    private HttpResponse<String> same(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> expected = ask(bare, request);
        HttpResponse<String> actual = ask(traced, request);
        assertThat(actual.statusCode()).as(actual.body()).isEqualTo(expected.statusCode());
        assertThat(withoutStack(actual.body())).isEqualTo(withoutStack(expected.body()));
        assertThat(headers(actual)).isEqualTo(headers(expected));
        return actual;
    }

    /** Error pages show stacks, and the filter is on them; and the port, which differs. */
    private static String withoutStack(String body) {
        return body.replaceAll("127.0.0.1:[0-9]+", "HOST")
                .replaceAll("(?m)^\\s+(at |\\.\\.\\. |[^ (]+\\([^ ]*\\)$).*\\R?", "");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        if (answer.statusCode() == 500) {
            headers.remove("content-length");
        }
        return headers;
    }

    private void block(String... lines) {
        assertThat(comparable(blocks.next())).isEqualTo(comparable(String.join("\n", lines)));
    }

    private static String errorPageLength(HttpResponse<String> answer) {
        return length(answer.body().getBytes(StandardCharsets.UTF_8).length);
    }

    private static String length(long actual) {
        return Long.toString(actual);
    }

    private static String line(String request, int status, long length) {
        return access(request + " HTTP/1.1", status, length(length), "");
    }

    private static String line(String request, int status, String length) {
        return access(request + " HTTP/1.1", status, length, "");
    }

    private static String failed(String request, String length, String exception) {
        return access(request + " HTTP/1.1", 500, length, "; " + exception);
    }

    private static String access(String request, int status, String length, String end) {
        return "[DATE] \"" + request + "\" " + status + " " + length + " (time: T; sql: 0ms (0q); mem: M" + end + ")";
    }
}
