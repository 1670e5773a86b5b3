package io.github.devserver4j.httpclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A service that tests call, by HTTP/1.1 and HTTP/2 in clear text; it counts what it is asked and what it answers. */
public final class TestService implements AutoCloseable {

    /** What {@code /big} answers, in bytes. */
    public static final long BIG = 100L << 20;

    private final Server server = new Server();
    private final ServerConnector connector;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicLong sentBytes = new AtomicLong();

    private TestService() throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        connector = new ServerConnector(
                server, new HttpConnectionFactory(configuration), new HTTP2CServerConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answers());
        server.start();
    }

    /** A request as the service saw it. */
    public record Asked(
            String method,
            String target,
            @Nullable String traceparent,
            @Nullable String tracestate) {}

    public static TestService start() throws Exception {
        return new TestService();
    }

    public String url(String target) {
        return "http://127.0.0.1:" + connector.getLocalPort() + target;
    }

    /** What was asked since the last call of this. */
    public Asked[] asked() {
        Asked[] all = asked.toArray(Asked[]::new);
        asked.clear();
        return all;
    }

    /** The bytes of all bodies that it has written up to now. */
    public long sentBytes() {
        return sentBytes.get();
    }

    @Override
    public void close() throws Exception {
        closing.countDown();
        server.stop();
    }

    private final class Answers extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            var headers = request.getHeaders();
            String target = request.getHttpURI().getPathQuery();
            asked.add(new Asked(request.getMethod(), target, headers.get("traceparent"), headers.get("tracestate")));
            String[] path = request.getHttpURI().getPath().substring(1).split("/", -1);
            switch (path[0]) {
                case "status" -> response.setStatus(Integer.parseInt(path[1]));
                case "redirect" -> redirect(response, Integer.parseInt(path[1]));
                case "echo" ->
                    write(response, Content.Source.asString(request, UTF_8).getBytes(UTF_8));
                case "chunked" -> chunks(response, 10, 1_000);
                case "big" -> chunks(response, (int) (BIG >> 16), 1 << 16);
                case "slow" -> slow(response);
                case "hang" -> closing.await(3, TimeUnit.SECONDS);
                case "gzip" -> gzip(response);
                case "reset" -> {
                    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 100_000);
                    chunks(response, 1, 1_000);
                    callback.failed(new IOException("reset by the test"));
                    return true;
                }
                default -> write(response, "hello".getBytes(UTF_8));
            }
            callback.succeeded();
            return true;
        }

        private void redirect(Response response, int more) {
            response.setStatus(302);
            response.getHeaders().put(HttpHeader.LOCATION, url(more <= 1 ? "/hello" : "/redirect/" + (more - 1)));
        }

        private void slow(Response response) throws Exception {
            Thread.sleep(20); // these are what makes it slow
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 4);
            OutputStream out = Content.Sink.asOutputStream(response);
            out.write("sl".getBytes(UTF_8));
            out.flush();
            Thread.sleep(400);
            out.write("ow".getBytes(UTF_8));
        }

        private void gzip(Response response) throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (OutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write("a".repeat(10_000).getBytes(UTF_8));
            }
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            write(response, zipped.toByteArray());
        }

        private void chunks(Response response, int number, int size) throws IOException {
            byte[] chunk = new byte[size];
            OutputStream out = Content.Sink.asOutputStream(response);
            for (int i = 0; i < number; i++) {
                out.write(chunk);
                out.flush();
                sentBytes.addAndGet(size);
            }
        }

        private void write(Response response, byte[] body) throws IOException {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            sentBytes.addAndGet(body.length);
            if (body.length > 0) {
                Content.Sink.asOutputStream(response).write(body);
            }
        }
    }
}
