package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves of files are in the next answer of a launched web application. */
class ReloadIT {

    @TempDir
    private Path folder;

    private SourceProject project;

    @BeforeEach
    void create() throws Exception {
        project = new SourceProject(folder);
        project.servlet("Hello", "\"one\"");
    }

    @Test
    void eachKindOfFileIsInTheNextAnswer() throws Exception {
        project.java(
                "Constant", "class Constant { static final int VALUE = 1; static int twice(int i) { return 2 * i; } }");
        project.servlet("Uses", "Constant.VALUE + \" \" + Constant.twice(2)");
        project.save("src/main/resources/word.txt", "resource one");
        project.servlet("Resource", "new String(Uses.class.getResourceAsStream(\"/word.txt\").readAllBytes())");
        project.save("src/main/webapp/page.html", "page one");
        project.save("src/main/webapp/page.jsp", "jsp <%= \"one\" %>");
        try (RunningServer server = project.start()) {
            assertThat(server.body("/hello")).isEqualTo("one");
            assertThat(server.body("/uses")).isEqualTo("1 4");
            assertThat(server.body("/resource")).isEqualTo("resource one");
            assertThat(server.body("/page.html")).isEqualTo("page one");
            assertThat(server.body("/page.jsp")).isEqualTo("jsp one");

            project.servlet("Hello", "\"two\"");
            becomes(server, "/hello", "two");
            project.java(
                    "Constant",
                    "class Constant { static final int VALUE = 7; static long twice(long i) { return 3 * i; } }");
            becomes(server, "/uses", "7 6");
            project.save("src/main/resources/word.txt", "resource two");
            becomes(server, "/resource", "resource two");
            project.save("src/main/webapp/page.html", "page two");
            assertThat(server.body("/page.html")).isEqualTo("page two");
            project.saveByRename(folder.resolve("src/main/webapp/page.html"), "page three");
            assertThat(server.body("/page.html")).isEqualTo("page three");
            Thread.sleep(1_100); // Jasper compares whole seconds
            project.save("src/main/webapp/page.jsp", "jsp <%= \"two\" %>");
            assertThat(server.body("/page.jsp")).isEqualTo("jsp two");
            project.save("src/main/webapp/WEB-INF/web.xml", """
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <servlet-mapping><servlet-name>app.Hello</servlet-name><url-pattern>/again</url-pattern></servlet-mapping>
                    </web-app>
                    """);
            becomes(server, "/again", "two");
        }
    }

    @Test
    void aCompileErrorIsTheAnswerUntilItIsMended() throws Exception {
        try (RunningServer server = project.start()) {
            assertThat(server.body("/hello")).isEqualTo("one");
            project.servlet("Hello", "unknown < 1");
            HttpResponse<String> text = until(server, "/hello", 500);
            assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
            assertThat(text.body())
                    .startsWith("1 compile error\n")
                    .contains("Hello.java:7: cannot find symbol", ">    7  ", "print(unknown < 1)");
            assertThat(ask(server, "Accept", "text/html").body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("Hello.java:7", "cannot find symbol", "unknown &lt; 1");
            assertThat(ask(server, "X-Requested-With", "XMLHttpRequest").body())
                    .startsWith("{\"error\":\"1 compile error\"")
                    .contains("\"line\":7");
            project.save("src/main/webapp/other.html", "nothing to do with it");
            assertThat(server.get("/hello").statusCode()).isEqualTo(500);
            project.servlet("Hello", "\"mended\"");
            becomes(server, "/hello", "mended");
        }
    }

    @Test
    void aFailureToStartIsTheAnswerUntilItIsMended() throws Exception {
        try (RunningServer server = project.start()) {
            assertThat(server.body("/hello")).isEqualTo("one");
            String listener = """
                    @jakarta.servlet.annotation.WebListener
                    public class Start implements jakarta.servlet.ServletContextListener {
                        public void contextInitialized(jakarta.servlet.ServletContextEvent event) { %s }
                    }
                    """;
            project.java("Start", listener.formatted("throw new IllegalStateException(\"no\" + \" table\");"));
            assertThat(until(server, "/hello", 500).body())
                    .startsWith("The application failed to start")
                    .contains(
                            "java.lang.IllegalStateException: no table", "app.Start.contextInitialized(Start.java:4)");
            project.java("Start", listener.formatted(""));
            becomes(server, "/hello", "one");
        }
    }

    @Test
    void sessionsAreKeptAndWhatCannotBeIsTold() throws Exception {
        project.java("Basket", "class Basket implements java.io.Serializable { int things; }");
        project.servlet("Count", """
                count(request.getSession()));
                    }
                    static int count(HttpSession session) {
                        if (session.getAttribute("basket") == null) session.setAttribute("basket", new Basket());
                        session.setAttribute("thread", Thread.currentThread());
                        Basket basket = (Basket) session.getAttribute("basket");
                        return (++basket.things""");
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        try (RunningServer server = project.start()) {
            HttpRequest request = HttpRequest.newBuilder(server.uri("/count")).build();
            assertThat(browser.send(request, BodyHandlers.ofString()).body()).isEqualTo("1");
            assertThat(browser.send(request, BodyHandlers.ofString()).body()).isEqualTo("2");
            project.servlet("Hello", "\"two\"");
            becomes(server, "/hello", "two");
            assertThat(browser.send(request, BodyHandlers.ofString()).body()).isEqualTo("3");
            project.servlet("Hello", "\"three\"");
            becomes(server, "/hello", "three");
            assertThat(browser.send(request, BodyHandlers.ofString()).body()).isEqualTo("4");
            server.stop();
            assertThat(server.remainingOut())
                    .containsOnlyOnce("devserver: not kept over a reload: the session attribute thread"
                            + " (java.lang.Thread) is not serializable");
        }
    }

    @Test
    void aRequestInFlightFinishesOnTheOldContext() throws Exception {
        project.java(
                "Gate",
                "class Gate { static final java.nio.file.Path FILE = java.nio.file.Path.of(\""
                        + folder.resolve("open")
                        + "\"); static String pass() { try { while (!java.nio.file.Files.exists(FILE))"
                        + " Thread.sleep(10); return \"old\"; } catch (InterruptedException e) { return \"interrupted\"; } } }");
        project.servlet("Slow", "Gate.pass()");
        try (RunningServer server = project.start()) {
            assertThat(server.body("/hello")).isEqualTo("one");
            CompletableFuture<HttpResponse<String>> slow = server.client()
                    .sendAsync(HttpRequest.newBuilder(server.uri("/slow")).build(), BodyHandlers.ofString());
            Thread.sleep(300);
            project.servlet("Hello", "\"two\"");
            becomes(server, "/hello", "two");
            assertThat(slow).isNotDone();
            Files.createFile(folder.resolve("open"));
            assertThat(slow.get(20, java.util.concurrent.TimeUnit.SECONDS).body())
                    .isEqualTo("old");
        }
    }

    @Test
    void renamedAndDeletedClassesAreGone() throws Exception {
        Path other = project.servlet("Other", "\"other\"");
        try (RunningServer server = project.start()) {
            assertThat(server.body("/other")).isEqualTo("other");
            Files.delete(other);
            until(server, "/other", 404);
            Files.delete(folder.resolve("src/main/java/app/Hello.java"));
            project.save("src/main/java/app/deeper/Note.txt", "");
            project.servlet("Welcome", "\"renamed\"");
            becomes(server, "/welcome", "renamed");
            assertThat(server.get("/hello").statusCode()).isEqualTo(404);
            Path used = project.java("Used", "class Used { static String word() { return \"used\"; } }");
            project.servlet("Welcome", "Used.word()");
            becomes(server, "/welcome", "used");
            Files.delete(used);
            assertThat(until(server, "/welcome", 500).body()).contains("Welcome.java", "Used");
        }
    }

    @Test
    void hundredsOfFilesAtOnceAreOneReload() throws Exception {
        for (int file = 0; file < 300; file++) {
            project.java("Part" + file, "class Part" + file + " { static int value() { return 1; } }");
        }
        project.servlet("Sum", "Part0.value() + Part299.value()");
        try (RunningServer server = project.start()) {
            assertThat(server.body("/sum")).isEqualTo("2");
            for (int file = 0; file < 300; file++) {
                project.java("Part" + file, "class Part" + file + " { static int value() { return 2; } }");
            }
            becomes(server, "/sum", "4");
            server.stop();
            assertThat(server.remainingOut().stream().filter(line -> line.contains("reloaded in")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("and 299 more changed");
        }
    }

    @Test
    void noReloadLeavesTheApplicationAlone() throws Exception {
        try (RunningServer server = project.start("--noreload")) {
            assertThat(server.body("/hello")).isEqualTo("one");
            project.servlet("Hello", "\"two\"");
            Thread.sleep(1_500);
            assertThat(server.body("/hello")).isEqualTo("one");
        }
    }

    /** The next answers are the new one, from the first that the save was noticed for. */
    static void becomes(RunningServer server, String path, String body) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> answer = server.get(path);
        while (!answer.body().equals(body) && System.nanoTime() < end) {
            answer = server.get(path);
        }
        assertThat(answer.body()).isEqualTo(body);
    }

    private static HttpResponse<String> until(RunningServer server, String path, int status) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> answer = server.get(path);
        while (answer.statusCode() != status && System.nanoTime() < end) {
            answer = server.get(path);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static HttpResponse<String> ask(RunningServer server, String header, String value) throws Exception {
        return server.send(HttpRequest.newBuilder(server.uri("/hello")).header(header, value));
    }
}
