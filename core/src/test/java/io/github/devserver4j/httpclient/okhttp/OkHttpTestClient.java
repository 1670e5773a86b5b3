package io.github.devserver4j.httpclient.okhttp;

import io.github.devserver4j.httpclient.TestClient;
import io.github.devserver4j.trace.CurrentTrace;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** OkHttp. */
final class OkHttpTestClient implements TestClient {

    private final OkHttpClient client;
    private final boolean async;

    OkHttpTestClient(@Nullable CurrentTrace traced, Protocol protocol, boolean async) {
        OkHttpClient raw = new OkHttpClient.Builder()
                .protocols(List.of(protocol))
                .readTimeout(2, TimeUnit.SECONDS)
                .build();
        OkHttpTracing tracing = traced == null ? null : OkHttpTracing.create(traced);
        this.client = tracing == null ? raw : tracing.wrap(tracing.wrap(raw));
        this.async = async;
    }

    @Override
    public Answer send(String method, String url, byte @Nullable [] body, Map<String, String> headers)
            throws Exception {
        Request.Builder request =
                new Request.Builder().url(url).method(method, body == null ? null : RequestBody.create(body));
        headers.forEach(request::header);
        try (Response response = exchange(request.build())) {
            ResponseBody answered = Objects.requireNonNull(response.body());
            return new Answer(
                    response.code(),
                    Objects.requireNonNullElse(response.header("Content-Type"), ""),
                    answered.string());
        }
    }

    private Response exchange(Request request) throws Exception {
        Call call = client.newCall(request);
        if (!async) {
            return call.execute();
        }
        CompletableFuture<Response> answer = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                answer.complete(response);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public Streamed stream(String url) throws Exception {
        Response response = exchange(new Request.Builder().url(url).build());
        InputStream body = Objects.requireNonNull(response.body()).byteStream();
        return new Streamed() {
            @Override
            public int read(byte[] buffer) throws Exception {
                return body.read(buffer);
            }

            @Override
            public void close() {
                response.close();
            }
        };
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
