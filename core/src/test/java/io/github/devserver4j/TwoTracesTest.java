package io.github.devserver4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.sun.net.httpserver.HttpServer;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.cache.jcache.JCacheTracing;
import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import io.github.devserver4j.httpclient.apache.ApacheHttpTracing;
import io.github.devserver4j.httpclient.jdk.JdkHttpTracing;
import io.github.devserver4j.httpclient.okhttp.OkHttpTracing;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.executors.CommandExecutor;

/** A client that two applications of one JVM share, each of which wraps it for its own trace. */
@SuppressWarnings({"CheckReturnValue", "FutureReturnValueIgnored"}) // what is called counts
final class TwoTracesTest {

    private final CurrentTrace one = CurrentTrace.create();
    private final CurrentTrace other = CurrentTrace.create();
    private HttpServer server;
    private URI url;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[2]);
            }
        });
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private interface Action {
        void run() throws Exception;
    }

    /** Each request has the call once, however often the client is wrapped. */
    private void eachHasItsCall(Action call) throws Exception {
        assertThat(calls(one, call)).hasSize(1);
        assertThat(calls(other, call)).hasSize(1);
    }

    /** As above, and both requests have it if the thread works for both. */
    private void bothHaveTheirCall(Action call) throws Exception {
        eachHasItsCall(call);
        try (RecordedRequest outer = RecordedRequest.open(one);
                RecordedRequest inner = RecordedRequest.open(other)) {
            call.run();
            assertThat(inner.finish().totals())
                    .first()
                    .satisfies(total -> assertThat(total.count()).isEqualTo(1));
            assertThat(outer.finish().totals())
                    .first()
                    .satisfies(total -> assertThat(total.count()).isEqualTo(1));
        }
    }

    private static List<?> calls(CurrentTrace trace, Action call) throws Exception {
        try (RecordedRequest request = RecordedRequest.open(trace)) {
            call.run();
            return request.finish().calls();
        }
    }

    /** A wrapper asks its cache whether a key is present, which a wrapper behind it sees as a call of its own. */
    @Test
    void caffeine() throws Exception {
        CaffeineTracing first = CaffeineTracing.create(one);
        CaffeineTracing second = CaffeineTracing.create(other);
        Cache<String, String> cache =
                second.wrap(second.wrap(first.wrap(Caffeine.newBuilder().<String, String>build())));
        eachHasItsCall(() -> cache.getIfPresent("key"));
        LoadingCache<String, String> loading =
                second.wrap(second.wrap(first.wrap(Caffeine.newBuilder().<String, String>build(key -> key))));
        eachHasItsCall(() -> loading.get("key"));
        AsyncCache<String, String> async =
                second.wrap(second.wrap(first.wrap(Caffeine.newBuilder().<String, String>buildAsync())));
        eachHasItsCall(() -> async.getIfPresent("key"));
        AsyncLoadingCache<String, String> asyncLoading =
                second.wrap(second.wrap(first.wrap(Caffeine.newBuilder().<String, String>buildAsync(key -> key))));
        eachHasItsCall(() -> asyncLoading.get("key").join());
    }

    @Test
    void jcache() throws Exception {
        JCacheTracing first = JCacheTracing.create(one);
        JCacheTracing second = JCacheTracing.create(other);
        try (CacheManager bare = Caching.getCachingProvider(
                        "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider")
                .getCacheManager(URI.create("two-traces"), getClass().getClassLoader())) {
            CacheManager manager = second.wrap(second.wrap(first.wrap(bare)));
            javax.cache.Cache<String, String> cache =
                    manager.createCache("users", new MutableConfiguration<String, String>());
            eachHasItsCall(() -> cache.get("key"));
            assertThat(second.wrap(cache)).isSameAs(cache);
        }
    }

    @Test
    void jdkHttpClient() throws Exception {
        JdkHttpTracing second = JdkHttpTracing.create(other);
        HttpClient client = second.wrap(second.wrap(JdkHttpTracing.create(one).wrap(HttpClient.newHttpClient())));
        bothHaveTheirCall(() -> client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray()));
    }

    @Test
    void okHttp() throws Exception {
        OkHttpTracing second = OkHttpTracing.create(other);
        OkHttpClient client = second.wrap(second.wrap(OkHttpTracing.create(one).wrap(new OkHttpClient())));
        Request request = new Request.Builder().url(url.toString()).build();
        bothHaveTheirCall(() -> {
            try (okhttp3.Response response = client.newCall(request).execute()) {
                assertThat(response.body().bytes()).hasSize(2);
            }
        });
    }

    @Test
    void apacheHttpClient() throws Exception {
        ApacheHttpTracing first = ApacheHttpTracing.create(one);
        ApacheHttpTracing second = ApacheHttpTracing.create(other);
        HttpClientBuilder builder = first.install(second.install(first.install(HttpClientBuilder.create())));
        try (CloseableHttpClient client = builder.build()) {
            bothHaveTheirCall(() -> {
                byte[] body =
                        client.execute(new HttpGet(url), response -> EntityUtils.toByteArray(response.getEntity()));
                assertThat(body).hasSize(2);
            });
        }
    }

    @Test
    void jedis() throws Exception {
        JedisTracing second = JedisTracing.create(other);
        CommandExecutor executor =
                second.executor(second.executor(JedisTracing.create(one).executor(new Answering())));
        bothHaveTheirCall(() -> executor.executeCommand(
                new CommandObject<>(new CommandArguments(Protocol.Command.GET).key("users:1"), BuilderFactory.STRING)));
    }

    private static final class Answering implements CommandExecutor {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T executeCommand(CommandObject<T> command) {
            return (T) "Ann";
        }

        @Override
        public void close() {}
    }
}
