package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.examples.Launch.Outcome;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executable jars, which are run in a JVM of their own. */
final class ProgramsIT {

    private static final String NETTY = "com.example.netty";
    private static final String NETTY_MAIN = "com.example.netty.NettyMain";
    private static final String NOT_RECORDED =
            "devserver: this application serves with Netty, which is none of Jetty, Tomcat and Undertow:"
                    + " its requests are not shown. With -Ddevserver.background=true its calls are, by thread";

    @TempDir
    private Path folder;

    @Test
    void aJarOfSpringBootIsToldWhereToListenAndGetsItsArguments() throws Exception {
        Path jar = JarFiles.withoutDevServer(Repository.SPRING_POLLS, folder.resolve("polls.jar"));
        int port = freePort();
        Launch launch = Launch.of(
                "runserver",
                jar.toString(),
                "127.0.0.1:" + port,
                "--",
                "--logging.level.root=off",
                "--spring.main.banner-mode=off");
        try (RunningServer server = launch.start()) {
            assertThat(server.banner().get(0)).matches("devserver \\S+, Java \\S+");
            assertThat(server.banner().subList(1, server.banner().size()))
                    .containsExactly(
                            "Running " + jar,
                            "Development server is running at http://127.0.0.1:" + port + "/",
                            "Quit the server with CONTROL-C.");
            server.body("/api/1.0/show/doi/state");
            assertThat(server.block()).isEqualTo("""
                        [sql] (#ms) SELECT ...
                                    FROM polls_numericpoll p1_0
                                    JOIN polls_event e1_0 ON e1_0.id=p1_0.event_id
                                    WHERE e1_0.slug='doi'
                                      AND e1_0.enabled=TRUE
                                    ORDER BY e1_0.start_time DESC FETCH FIRST 1 ROWS ONLY
                                    -- 1 row, at com.example.springpolls.PollService.state(PollService.java:26)
                        [sql] (#ms) SELECT ...
                                    FROM polls_numericpoll p1_0
                                    WHERE p1_0.id=2011343691
                                    -- 1 row, at com.example.springpolls.PollService.poll(PollService.java:32)
                        [sql] (#ms) 2 queries with 0 duplicates
                        [cache] (#ms) 36 calls made with a 83% hit percentage (5 misses)
                                      states: 2 calls, 0%
                                      polls: 2 calls, 0%
                                      texts: 32 calls, 89%
                    [date] "GET /api/1.0/show/doi/state HTTP/1.1" 200 1179 (time: #s; sql: #ms (2q); mem: #)""");
            server.stopSilently();
        }
        assertThat(isFree(port)).as("the application has ended, too").isTrue();
    }

    @Test
    void aJarOfSpringBootIsLookedAt() throws Exception {
        Path jar = JarFiles.withoutDevServer(Repository.SPRING_POLLS, folder.resolve("polls.jar"));
        assertOut(
                Launch.of("runserver", "--check", jar.toString(), "0.0.0.0:8080", "--", "--spring.profiles.active=dev"),
                "an executable jar of Spring Boot, main class com.example.springpolls.SpringPolls, serving with Tomcat",
                "would run: " + java() + " -javaagent:devserver-agent.jar -jar " + jar
                        + " --server.address=0.0.0.0 --server.port=8080 --spring.profiles.active=dev");
        assertOut(
                Launch.of("runserver", "--check", jar.toString()).jvmOption("-Ddevserver.truncate-sql=false"),
                "an executable jar of Spring Boot, main class com.example.springpolls.SpringPolls, serving with Tomcat",
                "would run: " + java() + " -javaagent:devserver-agent.jar -Ddevserver.truncate-sql=false -jar " + jar
                        + " --server.address=127.0.0.1 --server.port=8000");
    }

    @Test
    void anApplicationWithAnotherServerIsToldOf() throws Exception {
        Launch launch = Launch.of("runserver", netty().toString(), "--", "one", "--two", "--");
        try (RunningServer server = launch.start("listening at")) {
            assertThat(server.banner()).hasSize(3).contains("Running " + folder.resolve("netty.jar"));
            assertThat(server.body("/")).isEqualTo("one --two --");
            server.stop();
            assertThat(server.remainingErr()).containsExactly(NOT_RECORDED);
            assertThat(server.remainingOut()).isEmpty();
        }
    }

    @Test
    void anApplicationWithAnotherServerIsLookedAt() throws Exception {
        Path jar = netty();
        assertThat(Launch.of("runserver", "--check", jar.toString()).run())
                .isEqualTo(new Outcome(
                        0,
                        "an executable jar, main class " + NETTY_MAIN + ", serving with Netty\nwould run: " + java()
                                + " -javaagent:devserver-agent.jar -jar " + jar + "\n",
                        List.of(NOT_RECORDED)));
    }

    @Test
    void aJarThatCanNotBeToldWhereToListen() throws Exception {
        Path jar = netty();
        assertFailure(
                Launch.of("runserver", jar.toString(), "8080"),
                jar + " can't be told where to listen, as it is not Spring Boot's: give it its own option after --");
    }

    @Test
    void optionsOfWebApplications() throws Exception {
        Path jar = netty();
        assertFailure(
                Launch.of("runserver", jar.toString(), "--datasource", "jdbc/p=jdbc:h2:mem:p"),
                "--datasource, --classpath and --context-path are for web applications: " + jar
                        + " brings its own server");
        assertFailure(
                Launch.of("runserver", Repository.POLLS.toString(), "--", "--fast"),
                "a web application takes no arguments, so there is nothing to do with what follows --");
    }

    @Test
    void aJarWithoutAMainClass() throws Exception {
        Path jar = JarFiles.jar(folder.resolve("library.jar"), NETTY, null);
        assertFailure(
                Launch.of("runserver", jar.toString()),
                jar + " has no main class in its manifest, so java -jar can't run it."
                        + " Give the executable jar that your build makes, or the project's folder");
    }

    @Test
    void aJarThatIsNoArchive() throws Exception {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "no archive");
        assertFailure(
                Launch.of("runserver", jar.toString()), jar + " can't be read as a .jar: zip END header not found");
    }

    @Test
    void aJarThatIsNotThere() throws Exception {
        Path jar = folder.resolve("missing.jar");
        assertFailure(
                Launch.of("runserver", jar.toString()),
                "there is no %s (looked for %s). Build it first, or give the path of a .war file, an executable .jar or a project's folder"
                        .formatted(jar, jar));
    }

    @Test
    void aWebApplicationIsLookedAt() throws Exception {
        Outcome outcome = Launch.of("runserver", "--check", Repository.POLLS.toString(), "8080")
                .run();
        assertThat(outcome.out())
                .matches("a web application, to be run in Jetty \\S+ at http://127\\.0\\.0\\.1:8080/\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    private Path netty() throws Exception {
        return JarFiles.jar(
                folder.resolve("netty.jar"),
                NETTY,
                NETTY_MAIN,
                Repository.jar("netty-buffer"),
                Repository.jar("netty-codec-base"),
                Repository.jar("netty-codec-http"),
                Repository.jar("netty-common"),
                Repository.jar("netty-handler"),
                Repository.jar("netty-resolver"),
                Repository.jar("netty-transport"));
    }

    private static String java() {
        return Jdk.main().java();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) throws Exception {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        }
    }

    private static void assertOut(Launch launch, String... lines) throws Exception {
        assertThat(launch.run()).isEqualTo(new Outcome(0, String.join("\n", lines) + "\n", List.of()));
    }

    private static void assertFailure(Launch launch, String message) throws Exception {
        assertThat(launch.run()).isEqualTo(new Outcome(1, "", List.of("Error: " + message)));
    }
}
