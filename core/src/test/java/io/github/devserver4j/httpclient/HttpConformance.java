package io.github.devserver4j.httpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.httpclient.TestClient.Answer;
import io.github.devserver4j.httpclient.TestClient.Streamed;
import io.github.devserver4j.httpclient.TestService.Asked;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceContext;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for every HTTP client, each of them as it is and traced. */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpConformance {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private @Nullable TestService started;
    private @Nullable TestClient rawClient;
    private @Nullable TestClient tracedClient;

    /** The client, traced if there is a current trace. */
    protected abstract TestClient client(@Nullable CurrentTrace traced) throws Exception;

    /** What is told of a body of this size, which is 10,000 bytes to an application whose client decompresses it. */
    protected abstract int bytesOfZipped(int zipped, boolean decompressed);

    /** Whether a stream is given up by cancelling its call, which may then be told as failed. */
    protected boolean givenUpByCancelling() {
        return false;
    }

    @BeforeAll
    void startService() throws Exception {
        started = TestService.start();
    }

    @AfterAll
    void stopService() throws Exception {
        service().close();
    }

    @BeforeEach
    void createClients() throws Exception {
        rawClient = client(null);
        tracedClient = client(currentTrace);
        var unused = service().asked();
    }

    @AfterEach
    void closeClients() throws Exception {
        raw().close();
        traced().close();
    }

    private TestService service() {
        return Objects.requireNonNull(started);
    }

    private TestClient raw() {
        return Objects.requireNonNull(rawClient);
    }

    private TestClient traced() {
        return Objects.requireNonNull(tracedClient);
    }

    private String line(HttpCall call) {
        return String.join(" | ", call.lines(TextStyle.TRUNCATED))
                .replace(service().url(""), "URL")
                .replaceAll(", first byte after \\d+ms", "");
    }

    @Test
    void answersAreTheSameAndAllAreRecorded() throws Exception {
        byte[] body = "some text".getBytes(UTF_8);
        List<Callable<Answer>> rawScript = script(raw(), body);
        List<Callable<Answer>> tracedScript = script(traced(), body);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            for (int i = 0; i < rawScript.size(); i++) {
                assertThat(tracedScript.get(i).call())
                        .isEqualTo(rawScript.get(i).call());
            }
            List<HttpCall> calls = request.finishedCalls(HttpCall.class);
            assertThat(calls.stream().map(this::line))
                    .containsExactly(
                            "GET URL/hello?page=2 200 5 bytes",
                            "POST URL/echo 200 9 bytes, sent 9 bytes",
                            "PUT URL/echo 200 9 bytes, sent 9 bytes",
                            "HEAD URL/hello 200 0 bytes",
                            "GET URL/status/204 204 0 bytes",
                            "GET URL/status/404 404 0 bytes",
                            "GET URL/status/500 500 0 bytes",
                            "GET URL/chunked 200 9.8 KB",
                            "GET URL/redirect/2 200 5 bytes, 2 redirects");
            assertThat(calls)
                    .allSatisfy(call -> assertThat(call.timing().ended()).isTrue());
        }
    }

    private List<Callable<Answer>> script(TestClient client, byte[] body) {
        return List.of(
                () -> client.get(service().url("/hello?page=2")),
                () -> client.send("POST", service().url("/echo"), body, Map.of()),
                () -> client.send("PUT", service().url("/echo"), body, Map.of()),
                () -> client.send("HEAD", service().url("/hello"), null, Map.of()),
                () -> client.get(service().url("/status/204")),
                () -> client.get(service().url("/status/404")),
                () -> client.get(service().url("/status/500")),
                () -> client.get(service().url("/chunked")),
                () -> client.get(service().url("/redirect/2")));
    }

    @Test
    void bytesAreThoseThatTheServerSent() throws Exception {
        long before = service().sentBytes();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            traced().get(service().url("/chunked"));
            traced().get(service().url("/hello"));
            long sent = service().sentBytes() - before;
            boolean decompressed = traced().get(service().url("/gzip")).body().equals("a".repeat(10_000));
            int zipped = (int) (service().sentBytes() - before - sent);
            List<HttpCall> calls = request.finishedCalls(HttpCall.class);
            assertThat(calls.get(0).responseBytes() + calls.get(1).responseBytes())
                    .isEqualTo(sent);
            assertThat(calls.get(2).responseBytes()).isEqualTo(bytesOfZipped(zipped, decompressed));
        }
    }

    @Test
    void aBigBodyIsStreamedAndCountedToItsEnd() throws Exception {
        long before = service().sentBytes();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            byte[] buffer = new byte[1 << 16];
            long read = 0;
            try (Streamed body = traced().stream(service().url("/big"))) {
                read += Math.max(0, body.read(buffer));
                assertThat(service().sentBytes() - before).isLessThan(TestService.BIG / 2);
                for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                    read += n;
                }
            }
            assertThat(read).isEqualTo(TestService.BIG);
            HttpCall call = request.finishedCalls(HttpCall.class).get(0);
            assertThat(call.responseBytes()).isEqualTo(TestService.BIG);
            assertThat(call.complete()).isTrue();
            assertThat(call.durationNanos()).isGreaterThan(call.firstByteNanos());
        }
    }

    @Test
    void aStreamThatIsGivenUpIsToldAsFarAsItCame() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            try (Streamed body = traced().stream(service().url("/big"))) {
                assertThat(body.read(new byte[100])).isPositive();
            }
            HttpCall call = request.finishedCalls(HttpCall.class).get(0);
            assertThat(call.status()).isEqualTo(200);
            assertThat(call.error() == null || givenUpByCancelling())
                    .as(call.error())
                    .isTrue();
            assertThat(call.responseBytes()).isBetween(100L, TestService.BIG / 2);
        }
    }

    @Test
    void aStreamThatNobodyReadsIsAnAnswer() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Streamed unread = traced().stream(service().url("/big"))) {
            HttpCall call = request.finishedCalls(HttpCall.class).get(0);
            assertThat(unread).isNotNull();
            assertThat(line(call)).startsWith("GET URL/big 200 ").endsWith("body not read to its end");
        }
    }

    @Test
    void exceptionsAreTheSameAndToldAsFailures() throws Exception {
        for (String url : List.of(refused(), service().url("/hang"), service().url("/reset"))) {
            Throwable expected = thrownBy(() -> raw().get(url));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                Throwable thrown = thrownBy(() -> traced().get(url));
                List<HttpCall> calls = request.finishedCalls(HttpCall.class);
                HttpCall call = calls.get(calls.size() - 1);
                assertThat(call.timing().ended()).as(url).isTrue();
                if (expected == null) { // not every client takes notice of all of them
                    assertThat(thrown).as(url).isNull();
                    assertThat(call.error()).as(url).isNull();
                } else {
                    assertThat(thrown).as(url).hasSameClassAs(expected);
                    assertThat(call.error()).as(url).isEqualTo(errorOf(Objects.requireNonNull(thrown), url));
                    assertThat(call.lines(TextStyle.TRUNCATED)).contains("-- " + call.error());
                }
            }
        }
    }

    /** A client may take the connection that the request before has just broken, and says that it has sent nothing: asked again. */
    private static @Nullable Throwable thrownBy(ThrowingCallable asking) {
        Throwable thrown = catchThrowable(asking);
        for (int i = 0; i < 10 && isNotExecuted(thrown); i++) {
            thrown = catchThrowable(asking);
        }
        return thrown;
    }

    private static boolean isNotExecuted(@Nullable Throwable thrown) {
        return thrown != null && thrown.getClass().getSimpleName().equals("RequestNotExecutedException");
    }

    /** The JDK's client has no message for a connection that it can't open. */
    private static String errorOf(Throwable thrown, String url) {
        boolean silent = thrown instanceof ConnectException && thrown.getMessage() == null;
        String server = url.replaceAll("http://|/$", "");
        return silent
                ? "ConnectException: no connection to " + server + ", ClosedChannelException"
                : OneLine.ofThrown(thrown);
    }

    @Test
    void aRefusedConnectionFailsWithTheClientsOwnMessage() throws Exception {
        String url = refused();
        Throwable expected = catchThrowable(() -> raw().get(url));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Throwable thrown = catchThrowable(() -> traced().get(url));
            assertThat(thrown).hasSameClassAs(expected).hasMessage(expected.getMessage());
            var trace = request.finish();
            assertThat(Objects.requireNonNull(trace.total("http")).summary())
                    .isEqualTo("1 call with 0 duplicates, 1 failed");
            String server = url.substring("http://".length(), url.length() - 1);
            assertThat(trace.calls().get(0).error())
                    .startsWith(thrown.getClass().getSimpleName() + ": ")
                    .contains(server.replaceAll(".*:", ":"));
        }
    }

    private static String refused() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + free.getLocalPort() + "/";
        }
    }

    @Test
    void theFirstByteIsToldOfSlowBodies() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            traced().get(service().url("/slow"));
            HttpCall call = request.finishedCalls(HttpCall.class).get(0);
            assertThat(TimeUnit.NANOSECONDS.toMillis(call.firstByteNanos())).isGreaterThanOrEqualTo(19);
            assertThat(TimeUnit.NANOSECONDS.toMillis(call.durationNanos() - call.firstByteNanos()))
                    .isGreaterThanOrEqualTo(80);
            assertThat(call.lines(TextStyle.TRUNCATED).get(0)).contains("200 4 bytes, first byte after ");
        }
    }

    @Test
    void outsideOfARequestNothingIsRecordedAndNothingAdded() throws Exception {
        assertThat(traced().get(service().url("/hello")))
                .isEqualTo(raw().get(service().url("/hello")));
        assertThat(service().asked()).allMatch(asked -> asked.traceparent() == null);
    }

    @Test
    void theTraceOfTheIncomingRequestIsPassedOnThroughRedirects() throws Exception {
        TraceContext context = Objects.requireNonNull(TraceContext.of(TRACEPARENT, "a=1,b=2"));
        try (RecordedRequest request = RecordedRequest.open(currentTrace, context)) {
            traced().get(service().url("/redirect/1"));
            traced().send("POST", service().url("/echo"), new byte[3], Map.of());
            assertThat(request.finishedCalls(HttpCall.class)).hasSize(2);
        }
        assertThat(service().asked())
                .containsExactly(
                        new Asked("GET", "/redirect/1", TRACEPARENT, "a=1,b=2"),
                        new Asked("GET", "/hello", TRACEPARENT, "a=1,b=2"),
                        new Asked("POST", "/echo", TRACEPARENT, "a=1,b=2"));
    }

    @Test
    void aTraceOfTheApplicationsOwnStays() throws Exception {
        TraceContext context = Objects.requireNonNull(TraceContext.of(TRACEPARENT, "a=1"));
        try (RecordedRequest request = RecordedRequest.open(currentTrace, context)) {
            traced().send("GET", service().url("/hello"), null, Map.of("traceparent", OTHER));
            assertThat(request.finishedCalls(HttpCall.class)).hasSize(1);
        }
        assertThat(service().asked()).containsExactly(new Asked("GET", "/hello", OTHER, null));
    }

    @Test
    void secretsAreMaskedAndDuplicatesAreTold() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            traced().get(service().url("/hello?api_key=one&page=1"));
            traced().get(service().url("/hello?api_key=two&page=1"));
            traced().get(service().url("/hello?api_key=one&page=1"));
            var trace = request.finish();
            assertThat(trace.calls().toString()).doesNotContain("one", "two");
            var total = Objects.requireNonNull(trace.total("http"));
            assertThat(total.summary().replace(service().url(""), "URL")).isEqualTo("""
                            3 calls with 1 duplicates
                            GET URL/hello?api_key=***&page=1 fetched 2 times""");
        }
    }

    @Test
    void callsPastTheLimitAreSummedUpAsOthersAre() throws Exception {
        String expected = """
                43 calls with 40 duplicates, 1 failed
                URL: 42 calls
                OTHER: 1 call
                GET URL/hello fetched 40 times
                HEAD URL/hello fetched 2 times""";
        assertThat(summaryWithLimit(1_000)).isEqualTo(expected);
        assertThat(summaryWithLimit(1)).isEqualTo(expected);
    }

    private String summaryWithLimit(int callLimit) throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace, callLimit)) {
            for (int i = 0; i < 40; i++) {
                traced().get(service().url("/hello"));
            }
            traced().send("HEAD", service().url("/hello"), null, Map.of());
            traced().send("HEAD", service().url("/hello"), null, Map.of());
            String refused = refused();
            assertThat(catchThrowable(() -> traced().get(refused))).isNotNull();
            var total = Objects.requireNonNull(request.finish().total("http"));
            assertThat(total.durationNanos()).isPositive();
            String server = service().url("").substring("http://".length());
            return total.summary()
                    .replace(service().url(""), "URL")
                    .replace(server, "URL")
                    .replace(refused.replaceAll("http://|/$", ""), "OTHER")
                    .replaceAll("(calls?), \\d+ms", "$1");
        }
    }

    @Test
    void theCallSiteIsTheApplicationsLine() throws Exception {
        try (RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
            traced().get(service().url("/hello"));
            StackTraceElement site =
                    request.finishedCalls(HttpCall.class).get(0).callSite();
            assertThat(Objects.requireNonNull(site).getClassName()).startsWith(sitedClass());
        }
    }

    /** The class of these tests that calls the client. */
    private String sitedClass() {
        return traced().getClass().getName();
    }

    @Test
    void eachThreadRecordsForItsOwnRequest() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<List<String>> one = () -> inRequest("/hello?one");
            Callable<List<String>> two = () -> inRequest("/hello?two");
            var first = threads.submit(one);
            var second = threads.submit(two);
            assertThat(first.get()).hasSize(20).allMatch(line -> line.contains("?one"));
            assertThat(second.get()).hasSize(20).allMatch(line -> line.contains("?two"));
        } finally {
            threads.shutdown();
        }
    }

    private List<String> inRequest(String target) throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            for (int i = 0; i < 20; i++) {
                traced().get(service().url(target));
            }
            return request.finishedCalls(HttpCall.class).stream()
                    .map(this::line)
                    .toList();
        }
    }
}
