package io.github.devserver4j.httpclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.httpclient.TestService;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.TextStyle;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only OkHttp has. */
@Tag("clients")
final class OkHttpTracingTest {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final OkHttpTracing tracing = OkHttpTracing.create(currentTrace);
    private TestService service;

    @BeforeEach
    void startService() throws Exception {
        service = TestService.start();
    }

    @AfterEach
    void stopService() throws Exception {
        service.close();
    }

    private Request request(String path) {
        return new Request.Builder().url(service.url(path)).build();
    }

    @Test
    void everyEventReachesTheApplicationsListener() {
        List<Method> events = Stream.of(EventListener.class.getMethods())
                .filter(method -> method.getDeclaringClass() == EventListener.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !Modifier.isFinal(method.getModifiers()))
                .toList();
        assertThat(events)
                .hasSizeGreaterThan(25)
                .allSatisfy(event ->
                        assertThat(declaredByUs(event)).as(event.toString()).isTrue());
    }

    private static boolean declaredByUs(Method event) throws NoSuchMethodException {
        Method ours = CallListener.class.getMethod(event.getName(), event.getParameterTypes());
        return ours.getDeclaringClass() != EventListener.class;
    }

    @Test
    void theApplicationsListenerHearsTheSame() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        OkHttpClient raw =
                new OkHttpClient.Builder().eventListener(new Telling(heard)).build();
        read(raw);
        List<String> expected = new ArrayList<>(heard);
        heard.clear();
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            raw.connectionPool().evictAll();
            read(tracing.wrap(raw));
            assertThat(recorded.finishedCalls(HttpCall.class)).hasSize(1);
        }
        assertThat(expected).contains("callStart", "responseBodyEnd", "callEnd");
        assertThat(heard).containsExactlyElementsOf(expected);
    }

    private void read(OkHttpClient client) throws IOException {
        try (Response response = client.newCall(request("/hello")).execute()) {
            assertThat(response.body().string()).isEqualTo("hello");
        }
    }

    @Test
    void aCachedAnswerIsToldAsSuch(@TempDir Path directory) throws Exception {
        Interceptor cacheable = chain -> chain.proceed(chain.request())
                .newBuilder()
                .header("Cache-Control", "max-age=60")
                .build();
        OkHttpClient client = tracing.wrap(new OkHttpClient.Builder()
                .cache(new Cache(directory.toFile(), 1_000_000))
                .addNetworkInterceptor(cacheable)
                .build());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            read(client);
            read(client);
            List<HttpCall> calls = recorded.finishedCalls(HttpCall.class);
            assertThat(service.asked()).hasSize(1);
            assertThat(calls).extracting(HttpCall::cached).containsExactly(false, true);
            assertThat(calls.get(1).lines(TextStyle.TRUNCATED).get(0))
                    .contains("/hello 200")
                    .contains("from cache");
        }
    }

    @Test
    void aCallThatIsCancelledHasFailed() throws Exception {
        OkHttpClient client = tracing.wrap(new OkHttpClient());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            Call call = client.newCall(request("/hang"));
            call.cancel();
            assertThatThrownBy(call::execute).isInstanceOf(IOException.class).hasMessage("Canceled");
            assertThat(recorded.finishedCalls(HttpCall.class).get(0).error()).isEqualTo("IOException: Canceled");
        }
    }

    @Test
    void anEnqueuedCallThatIsCancelledHasFailed() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        EventListener telling = new EventListener() {
            @Override
            public void requestHeadersEnd(Call call, Request request) {
                sent.countDown();
            }
        };
        OkHttpClient client =
                tracing.wrap(new OkHttpClient.Builder().eventListener(telling).build());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            Call call = client.newCall(request("/hang"));
            CompletableFuture<IOException> failure = enqueued(call);
            assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
            call.cancel();
            IOException thrown = failure.get(10, TimeUnit.SECONDS);
            HttpCall told = recorded.finishedCalls(HttpCall.class).get(0);
            assertThat(told.error()).isEqualTo(OneLine.ofThrown(thrown));
            assertThat(told.status()).isZero();
        }
    }

    @Test
    void aCallThatIsCancelledInTheQueueHasFailed() throws Exception {
        OkHttpClient client = tracing.wrap(new OkHttpClient());
        client.dispatcher().setMaxRequests(1);
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            Call first = client.newCall(request("/hang"));
            CompletableFuture<IOException> failure = enqueued(first);
            Call queued = client.newCall(request("/hello"));
            CompletableFuture<IOException> queuedFailure = enqueued(queued);
            queued.cancel();
            first.cancel();
            assertThat(failure.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(queuedFailure.get(10, TimeUnit.SECONDS)).hasMessage("Canceled");
            assertThat(recorded.finishedCalls(HttpCall.class))
                    .hasSize(2)
                    .last()
                    .extracting(HttpCall::error)
                    .isEqualTo("IOException: Canceled");
            assertThat(service.asked()).noneMatch(asked -> asked.target().equals("/hello"));
        }
    }

    /** OkHttp tells of its queue from 5.2 on. */
    @Test
    @Tag("newest")
    void aCallThatIsStillInTheQueueIsToldAsNotReturned() throws Exception {
        OkHttpClient client = tracing.wrap(new OkHttpClient());
        client.dispatcher().setMaxRequests(1);
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            Call first = client.newCall(request("/hang"));
            CompletableFuture<IOException> failure = enqueued(first);
            CompletableFuture<IOException> queuedFailure = enqueued(client.newCall(request("/hello")));
            assertThat(recorded.finishedCalls(HttpCall.class))
                    .last()
                    .satisfies(call ->
                            assertThat(call.lines(TextStyle.TRUNCATED).get(0)).endsWith("/hello, not returned yet"));
            first.cancel();
            assertThat(failure.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(queuedFailure.get(10, TimeUnit.SECONDS)).isNull();
        }
    }

    /** What the call fails with; null if it is answered. */
    private static CompletableFuture<IOException> enqueued(Call call) {
        CompletableFuture<IOException> end = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException failure) {
                end.complete(failure);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                response.close();
                end.complete(null);
            }
        });
        return end;
    }

    @Test
    void anAnswerThatMayOnlyComeFromTheCacheIsOneWithoutBytes() throws Exception {
        OkHttpClient client = tracing.wrap(new OkHttpClient());
        Request cacheOnly = request("/hello")
                .newBuilder()
                .cacheControl(CacheControl.FORCE_CACHE)
                .build();
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace);
                Response response = client.newCall(cacheOnly).execute()) {
            assertThat(response.code()).isEqualTo(504);
            assertThat(recorded.finishedCalls(HttpCall.class)).hasSize(1);
        }
    }

    @Test
    void aWrappedClientIsNotWrappedAgain() {
        OkHttpClient client = tracing.wrap(new OkHttpClient());
        assertThat(tracing.wrap(client)).isSameAs(client);
    }

    private static final class Telling extends EventListener {
        private final Queue<String> heard;

        Telling(Queue<String> heard) {
            this.heard = heard;
        }

        @Override
        public void callStart(Call call) {
            heard.add("callStart");
        }

        @Override
        public void connectionAcquired(Call call, okhttp3.Connection connection) {
            heard.add("connectionAcquired");
        }

        @Override
        public void requestHeadersStart(Call call) {
            heard.add("requestHeadersStart");
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            heard.add("responseHeadersEnd " + response.code());
        }

        @Override
        public void responseBodyEnd(Call call, long byteCount) {
            heard.add("responseBodyEnd");
        }

        @Override
        public void callEnd(Call call) {
            heard.add("callEnd");
        }
    }
}
