package io.github.devserver4j.httpclient.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.httpclient.TestService;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.TextStyle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only Apache's clients do: they send again by themselves, and are cancelled. */
@Tag("clients")
final class ApacheHttpTracingIT {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final ApacheHttpTracing tracing = ApacheHttpTracing.create(currentTrace);
    private final CountDownLatch sent = new CountDownLatch(1);
    private final HttpRequestInterceptor telling = (request, entity, context) -> sent.countDown();
    private final DefaultHttpRequestRetryStrategy twice =
            new DefaultHttpRequestRetryStrategy(2, TimeValue.ofMilliseconds(1));
    private CloseableHttpClient classic;
    private CloseableHttpAsyncClient async;
    private TestService service;

    @BeforeEach
    void start() throws Exception {
        service = TestService.start();
        classic = tracing.install(
                        HttpClientBuilder.create().setRetryStrategy(twice).addRequestInterceptorLast(telling))
                .build();
        async = tracing.install(
                        HttpAsyncClientBuilder.create().setRetryStrategy(twice).addRequestInterceptorLast(telling))
                .build();
        async.start();
    }

    @AfterEach
    void stop() throws Exception {
        classic.close();
        async.close();
        service.close();
    }

    @Test
    void whatIsSentAgainIsOneCall() throws Exception {
        String url = service.url("/status/503");
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            int status = classic.execute(new HttpGet(url), response -> response.getCode());
            SimpleHttpRequest request = SimpleRequestBuilder.get(url).build();
            assertThat(async.execute(request, null).get().getCode()).isEqualTo(status);
            assertThat(service.asked()).hasSize(6);
            assertThat(recorded.finishedCalls(HttpCall.class))
                    .hasSize(2)
                    .allSatisfy(
                            call -> assertThat(call.lines(TextStyle.TRUNCATED).get(0))
                                    .startsWith("GET " + url + " 503 ")
                                    .contains(", sent again 2 times"));
        }
    }

    @Test
    void aClassicCallThatIsCancelledHasFailed() throws Exception {
        HttpGet get = new HttpGet(service.url("/hang"));
        CompletableFuture<Void> cancelling = CompletableFuture.runAsync(() -> {
            awaitSent();
            get.cancel();
        });
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            Throwable thrown = catchThrowable(() -> classic.execute(get, response -> response.getCode()));
            cancelling.get(10, TimeUnit.SECONDS);
            HttpCall call = recorded.finishedCalls(HttpCall.class).get(0);
            assertThat(thrown).isNotNull();
            assertThat(call.status()).isZero();
            assertThat(call.error()).isEqualTo(OneLine.ofThrown(thrown));
        }
    }

    /** The client tells of the end on its own thread, which may be after the request's. */
    @Test
    void anAsynchronousCallThatIsCancelledHasNoAnswer() throws Exception {
        SimpleHttpRequest request =
                SimpleRequestBuilder.get(service.url("/hang")).build();
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            var future = async.execute(request, null);
            awaitSent();
            assertThat(future.cancel(true)).isTrue();
            HttpCall call = recorded.finishedCalls(HttpCall.class).get(0);
            assertThat(call.status()).isZero();
            assertThat(call.timing().ended()).isEqualTo(call.error() != null);
        }
    }

    private void awaitSent() {
        try {
            assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
