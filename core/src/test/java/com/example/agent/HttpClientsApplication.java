package com.example.agent;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Calls of the HTTP clients. */
public class HttpClientsApplication extends VanillaApplication {

    private final String service = "http://127.0.0.1:" + number("service.port");

    /** Before any request. */
    public HttpClientsApplication() {
        on("/jdk", () -> jdk(newJdkClient()));
        on("/jdk-builder", () -> jdk(builtJdkClient()));
        on("/apache", this::apache);
        on("/apache-async", this::apacheAsync);
        on("/okhttp", () -> okhttp(newOkHttp()));
        on("/okhttp-builder", () -> okhttp(builtOkHttp()));
        on(
                "/okhttp-derived",
                () -> okhttp(builtOkHttp()
                        .newBuilder()
                        .readTimeout(Duration.ofSeconds(3))
                        .build()
                        .newBuilder()
                        .build()));
    }

    protected HttpClient newJdkClient() {
        return HttpClient.newHttpClient();
    }

    protected HttpClient builtJdkClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    protected CloseableHttpClient apacheClient() {
        return HttpClients.createDefault();
    }

    protected CloseableHttpAsyncClient apacheAsyncClient() {
        return HttpAsyncClients.createDefault();
    }

    protected OkHttpClient newOkHttp() {
        return new OkHttpClient();
    }

    protected OkHttpClient builtOkHttp() {
        return new OkHttpClient.Builder().build();
    }

    private void jdk(HttpClient client) throws Exception {
        HttpRequest hello =
                HttpRequest.newBuilder(URI.create(service + "/hello?q=1")).build();
        client.send(hello, BodyHandlers.ofString());
        client.sendAsync(hello, BodyHandlers.ofString()).get(5, TimeUnit.SECONDS);
        client.send(HttpRequest.newBuilder(URI.create(service + "/status/404")).build(), BodyHandlers.discarding());
    }

    private void apache() throws Exception {
        try (CloseableHttpClient client = apacheClient()) {
            client.execute(new HttpGet(service + "/hello"), response -> EntityUtils.toString(response.getEntity()));
            client.execute(new HttpGet(service + "/status/500"), response -> {
                EntityUtils.consume(response.getEntity());
                return response.getCode();
            });
        }
    }

    private void apacheAsync() throws Exception {
        try (CloseableHttpAsyncClient client = apacheAsyncClient()) {
            client.start();
            SimpleHttpRequest hello =
                    SimpleRequestBuilder.get(service + "/hello").build();
            client.execute(hello, null).get(5, TimeUnit.SECONDS);
        }
    }

    private void okhttp(OkHttpClient client) throws Exception {
        Request hello = new Request.Builder().url(service + "/hello").build();
        try (Response response = client.newCall(hello).execute()) {
            response.body().string();
        }
        CompletableFuture<String> body = new CompletableFuture<>();
        client.newCall(hello).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, java.io.IOException failure) {
                body.completeExceptionally(failure);
            }

            @Override
            public void onResponse(Call call, Response response) throws java.io.IOException {
                body.complete(response.body().string());
            }
        });
        body.get(5, TimeUnit.SECONDS);
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new HttpClientsApplication().serve();
    }
}
