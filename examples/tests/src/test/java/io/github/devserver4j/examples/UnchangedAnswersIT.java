package io.github.devserver4j.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The polls answer to the byte what they answer in a Jetty without us. */
final class UnchangedAnswersIT {

    private static final List<String> PATHS = List.of(
            "/",
            "/polls.css",
            "/favicon.ico",
            "/missing.txt",
            "/api/1.0/show/doi/state",
            "/api/1.0/show/doi/state",
            "/api/1.0/show/nowhere/state",
            "/api/1.0/show/doi/vote",
            "/events",
            "/slow",
            "/error",
            "/async",
            "/async?dispatch=1",
            "/stream?events=3&interval=1",
            "/stream?events=none");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyAnswerIsTheSameToTheByte() throws Exception {
        Server plain = plainJetty();
        plain.start();
        try (RunningServer server = Launch.runserver(Repository.POLLS).start()) {
            for (String path : PATHS) {
                assertSame(plain.getURI(), server.uri("/"), path, "GET", "");
            }
            assertSame(plain.getURI(), server.uri("/"), "/events", "HEAD", "");
            assertSame(plain.getURI(), server.uri("/"), "/api/1.0/show/doi/vote", "POST", "value=7");
            assertSame(plain.getURI(), server.uri("/"), "/api/1.0/show/doi/vote", "POST", "value=77");
        } finally {
            plain.stop();
        }
    }

    private void assertSame(URI plain, URI launched, String path, String method, String form) throws Exception {
        assertThat(answer(launched.resolve(path), method, form))
                .as(method + " " + path)
                .isEqualTo(answer(plain.resolve(path), method, form));
    }

    private String answer(URI uri, String method, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString(ISO_8859_1));
        boolean trace = response.statusCode() == 500;
        String headers = response.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equals("date"))
                .filter(header -> !header.getKey().equals("last-modified"))
                .filter(header -> !header.getKey().equals("etag"))
                .filter(header -> !(trace && header.getKey().equals("content-length")))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        String body = response.body().replace(uri.getAuthority(), "HOST");
        return response.statusCode() + "\n" + headers + "\n\n" + (trace ? withoutFrames(body) : body);
    }

    /** An error page shows the stack, and our filter stands on it. */
    private static String withoutFrames(String body) {
        Stream<String> lines = body.lines().filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "));
        return lines.collect(Collectors.joining("\n"));
    }

    private static Server plainJetty() {
        WebAppContext context = new WebAppContext();
        context.setContextPath("/");
        context.setWar(Repository.POLLS.toString());
        context.addConfiguration(new AnnotationConfiguration());
        Server server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        return server;
    }
}
