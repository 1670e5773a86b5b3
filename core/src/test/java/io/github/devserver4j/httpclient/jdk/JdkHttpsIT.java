package io.github.devserver4j.httpclient.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.OneLine;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service by HTTPS, whose certificate is made for the test. */
@Tag("clients")
final class JdkHttpsIT {

    private static final String PASSWORD = "changeit";

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JdkHttpTracing tracing = JdkHttpTracing.create(currentTrace);
    private SSLContext certified;
    private HttpsServer server;

    @BeforeEach
    void startServer(@TempDir Path directory) throws Exception {
        certified = certified(directory.resolve("service.p12"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certified));
        server.createContext("/", exchange -> {
            byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    /** Serves with, and trusts, one certificate alone. */
    private static SSLContext certified(Path file) throws Exception {
        String made = "-genkeypair -keyalg EC -validity 1 -dname CN=test -ext san=ip:127.0.0.1 -storetype PKCS12";
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(made.split(" ", -1)));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(Files.readString(file.resolveSibling("keytool.txt")))
                .isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("service", store.getCertificate("mykey"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private HttpRequest request() {
        String server = "https://127.0.0.1:" + this.server.getAddress().getPort();
        return HttpRequest.newBuilder(URI.create(server + "/x?token=t1")).build();
    }

    @Test
    void anAnswerByHttpsIsRecorded() throws Exception {
        HttpClient client =
                tracing.wrap(HttpClient.newBuilder().sslContext(certified).build());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            var response = client.send(request(), BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("hello");
            assertThat(response.sslSession()).isPresent();
            assertThat(recorded.finishedCalls(HttpCall.class))
                    .singleElement()
                    .extracting(HttpCall::summary)
                    .isEqualTo("GET https://127.0.0.1:" + server.getAddress().getPort() + "/x?token=*** 200 5 bytes");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsFailsTheCall() throws Exception {
        Throwable expected = catchThrowable(() -> HttpClient.newHttpClient().send(request(), BodyHandlers.ofString()));
        HttpClient client = tracing.wrap(HttpClient.newHttpClient());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            Throwable thrown = catchThrowable(() -> client.send(request(), BodyHandlers.ofString()));
            assertThat(thrown)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage());
            assertThat(recorded.finishedCalls(HttpCall.class))
                    .singleElement()
                    .extracting(HttpCall::error)
                    .isEqualTo(OneLine.ofThrown(thrown));
        }
    }
}
