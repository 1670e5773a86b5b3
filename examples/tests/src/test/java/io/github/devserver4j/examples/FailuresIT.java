package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.examples.Launch.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure is one line that says what to do, and an exit status. */
final class FailuresIT {

    private static final String SEE = "See: devserver runserver --help";

    @TempDir
    private Path folder;

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            String war = Repository.POLLS.toString();
            assertFailure(
                    1,
                    Launch.of("runserver", war, "127.0.0.1:" + port),
                    "Error: that port is already in use: 127.0.0.1:%d. Stop what uses it, or give another: runserver %s %d"
                            .formatted(port, war, port + 1));
        }
    }

    @Test
    void aMissingFile() throws Exception {
        Path missing = folder.resolve("missing.war");
        assertFailure(
                1,
                Launch.runserver(missing),
                "Error: there is no %s (looked for %s). Build it first, or give the path of a .war file, an executable .jar or a project's folder"
                        .formatted(missing, missing));
    }

    @Test
    void aFileThatIsNoWar() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no war");
        assertFailure(
                1,
                Launch.runserver(text),
                "Error: " + text + " is neither a .war file, an executable .jar, an exploded web application"
                        + " (a folder with WEB-INF in it) nor the folder of a project");
    }

    @Test
    void aWarThatIsNoArchive() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.war"), "no archive");
        assertFailure(
                1, Launch.runserver(broken), "Error: " + broken + " can't be read as a .war: zip END header not found");
    }

    @Test
    void aListenerThatThrows() throws Exception {
        assertApplicationFailure(
                "<listener><listener-class>com.example.failing.FailingListener</listener-class></listener>",
                "java.lang.IllegalArgumentException: DATABASE_URL is not set"
                        + " (at com.example.failing.FailingListener.contextInitialized(FailingListener.java:11))");
    }

    @Test
    void aServletWhoseInitThrows() throws Exception {
        assertApplicationFailure(
                """
                <servlet>
                  <servlet-name>failing</servlet-name>
                  <servlet-class>com.example.failing.FailingServlet</servlet-class>
                  <load-on-startup>1</load-on-startup>
                </servlet>
                """,
                "jakarta.servlet.ServletException: the servlet has no template"
                        + " (at com.example.failing.FailingServlet.init(FailingServlet.java:11))");
    }

    @Test
    void aFilterWhoseInitThrows() throws Exception {
        assertApplicationFailure(
                """
                <filter>
                  <filter-name>failing</filter-name>
                  <filter-class>com.example.failing.FailingFilter</filter-class>
                </filter>
                <filter-mapping><filter-name>failing</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                """,
                "java.lang.IllegalStateException: the filter has no key"
                        + " (at com.example.failing.FailingFilter.init(FailingFilter.java:16))");
    }

    @Test
    void aWebXmlThatIsNoXml() throws Exception {
        Path app = WebAppFiles.in(folder, "app").webXml("<listener>").folder();
        Outcome outcome = Launch.runserver(app).run();
        assertThat(outcome.err()).singleElement().asString().startsWith("Error: " + app + " failed to start: ");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anApplicationForJavaEe() throws Exception {
        Path app = WebAppFiles.in(folder, "app")
                .classes("com.example.javaee")
                .webXml("<listener><listener-class>com.example.javaee.OldListener</listener-class></listener>")
                .folder();
        assertFailure(
                1,
                Launch.runserver(app),
                "Error: " + app + " failed to start: it is made for Java EE (javax.servlet.ServletContextListener),"
                        + " and this server is one for Jakarta EE 9 and later");
    }

    @Test
    void theStackTraceIsPrintedWhenAskedFor() throws Exception {
        Path app =
                failingApp("<listener><listener-class>com.example.failing.FailingListener</listener-class></listener>");
        Outcome outcome = Launch.runserver(app, "--traceback").run();
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .anyMatch(line -> line.startsWith("Error: " + app + " failed to start: "))
                .contains("Caused by: java.lang.IllegalArgumentException: DATABASE_URL is not set")
                .anyMatch(line -> line.startsWith("\tat com.example.failing.FailingListener"));
    }

    @Test
    void aPortThatIsNone() throws Exception {
        assertFailure(
                2,
                Launch.of("runserver", Repository.POLLS.toString(), "127.0.0.1:99999"),
                "Error: Invalid value for positional parameter at index 1 (ADDR:PORT):"
                        + " '99999' is not a valid port number (0 to 65535)",
                SEE);
    }

    @Test
    void anUnknownOption() throws Exception {
        assertFailure(2, Launch.runserver(Repository.POLLS, "--prot"), "Error: Unknown option: '--prot'", SEE);
    }

    @Test
    void aWrongSetting() throws Exception {
        Outcome outcome = Launch.runserver(Repository.POLLS)
                .environment("DEVSERVER_REALTIME", "maybe")
                .run();
        assertThat(outcome.err())
                .singleElement()
                .asString()
                .startsWith("Error: ")
                .contains("realtime", "maybe");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aDatabaseThatIsNotThere() throws Exception {
        Outcome outcome = Launch.runserver(Repository.POLLS)
                .environment("DATABASE_URL", "jdbc:mysql://127.0.0.1/polls")
                .run();
        assertThat(outcome.err())
                .singleElement()
                .asString()
                .contains(" failed to start: java.lang.IllegalArgumentException: DATABASE_URL does not name");
        assertThat(outcome.status()).isEqualTo(1);
    }

    private void assertApplicationFailure(String webXml, String reason) throws Exception {
        Path app = failingApp(webXml);
        assertFailure(1, Launch.runserver(app), "Error: " + app + " failed to start: " + reason);
    }

    private Path failingApp(String webXml) throws Exception {
        return WebAppFiles.in(folder, "app")
                .classes("com.example.failing")
                .webXml(webXml)
                .folder();
    }

    private static void assertFailure(int status, Launch launch, String... lines) throws Exception {
        assertThat(launch.run()).isEqualTo(new Outcome(status, "", List.of(lines)));
    }
}
