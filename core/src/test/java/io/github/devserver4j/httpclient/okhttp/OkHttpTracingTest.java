package io.github.devserver4j.httpclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.httpclient.TestService;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only OkHttp has. */
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
