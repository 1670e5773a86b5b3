package io.github.devserver4j.benchmarks;

import io.github.devserver4j.httpclient.apache.ApacheHttpTracing;
import io.github.devserver4j.httpclient.jdk.JdkHttpTracing;
import io.github.devserver4j.httpclient.okhttp.OkHttpTracing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A GET that is answered at once, without a server: bare, recorded in a request of twenty calls, and traced outside of any
 * request.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HttpClientBenchmark {

    private static final int CALLS = 20;
    private static final String URL = "http://127.0.0.1/polls/doi?page=2";
    private static final byte[] BODY = new byte[5];

    /** Which client makes the calls. */
    @Param({"jdk", "apache", "okhttp"})
    public String client;

    /** Whether the places of calls are looked up. */
    @Param({"true", "false"})
    public boolean callSites;

    private Requests requests;
    private Get bare;
    private Get traced;

    private interface Get {
        Object send() throws Exception;
    }

    /** Creates both clients. */
    @Setup
    public void create() {
        requests = new Requests(callSites);
        switch (client) {
            case "jdk" -> {
                HttpClient stub = new StubHttpClient();
                bare = jdk(stub);
                traced = jdk(JdkHttpTracing.create(requests.currentTrace()).wrap(stub));
            }
            case "apache" -> {
                bare = apache(apacheStub().build());
                traced = apache(ApacheHttpTracing.create(requests.currentTrace())
                        .install(apacheStub())
                        .build());
            }
            default -> {
                OkHttpClient stub = okHttpStub();
                bare = okHttp(stub);
                traced = okHttp(OkHttpTracing.create(requests.currentTrace()).wrap(stub));
            }
        }
    }

    private static Get jdk(HttpClient client) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(URL)).build();
        return () -> client.send(request, BodyHandlers.discarding());
    }

    private static Get apache(CloseableHttpClient client) {
        return () -> client.execute(new HttpGet(URL), response -> EntityUtils.toByteArray(response.getEntity()));
    }

    /** Stands for the connection, so that both see what the client does before. */
    private static HttpClientBuilder apacheStub() {
        return HttpClientBuilder.create()
                .replaceExecInterceptor(
                        ChainElement.CONNECT.name(), (request, scope, chain) -> chain.proceed(request, scope))
                .replaceExecInterceptor(ChainElement.MAIN_TRANSPORT.name(), (request, scope, chain) -> {
                    BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
                    response.setEntity(new ByteArrayEntity(BODY, ContentType.TEXT_PLAIN));
                    return response;
                });
    }

    private static Get okHttp(OkHttpClient client) {
        Request request = new Request.Builder().url(URL).build();
        return () -> {
            try (Response response = client.newCall(request).execute()) {
                return response.body().bytes();
            }
        };
    }

    /** Its interceptor comes before those that tracing adds. */
    private static OkHttpClient okHttpStub() {
        MediaType text = MediaType.get("text/plain");
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(BODY, text))
                        .build())
                .build();
    }

    /** As it is, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareInRequest(Blackhole blackhole) throws Exception {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            send(bare, blackhole);
        }
    }

    /** Traced, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedInRequest(Blackhole blackhole) throws Exception {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            send(traced, blackhole);
        }
    }

    /** As it is, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareOutside(Blackhole blackhole) throws Exception {
        send(bare, blackhole);
    }

    /** Traced, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedOutside(Blackhole blackhole) throws Exception {
        send(traced, blackhole);
    }

    private static void send(Get get, Blackhole blackhole) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(get.send());
        }
    }
}
