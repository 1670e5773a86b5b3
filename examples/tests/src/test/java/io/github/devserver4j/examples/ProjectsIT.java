package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.examples.Launch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of projects: Maven's are built and run, of Gradle's the commands are told. */
final class ProjectsIT {

    private static final String PLUGINS = """
              <build>
                <pluginManagement>
                  <plugins>
                    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                    <plugin><artifactId>maven-dependency-plugin</artifactId><version>3.8.1</version></plugin>
                    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                    <plugin>
                      <artifactId>maven-war-plugin</artifactId>
                      <version>3.4.0</version>
                      <configuration><failOnMissingWebXml>false</failOnMissingWebXml></configuration>
                    </plugin>
                  </plugins>
                </pluginManagement>
              </build>
            """;

    private static final String MAIN = """
            public class Main {
                public static void main(String[] arguments) throws Exception {
                    org.eclipse.jetty.server.Server server =
                            new org.eclipse.jetty.server.Server(new java.net.InetSocketAddress("127.0.0.1", 0));
                    org.eclipse.jetty.ee11.servlet.ServletContextHandler context =
                            new org.eclipse.jetty.ee11.servlet.ServletContextHandler("/");
                    context.addServlet(Hello.class, "/hello");
                    server.setHandler(context);
                    server.start();
                    System.out.println("listening at " + server.getURI() + " with " + String.join(" ", arguments));
                }
            }
            """;

    @TempDir
    private Path folder;

    private SourceProject project;

    @BeforeEach
    void open() throws IOException {
        project = new SourceProject(folder.toRealPath());
        Path wrapper = project.save("mvnw", "#!/bin/sh\nexec mvn \"$@\"\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aMavenProjectWithAMainClassIsRun() throws Exception {
        project.save("pom.xml", pom("jar", "org.eclipse.jetty.ee11", "jetty-ee11-servlet", "compile"));
        project.servlet("Hello", "\"hello\"");
        project.java("Main", MAIN);
        Launch launch = Launch.of("runserver", project.folder().toString(), "--", "one", "--two");
        try (RunningServer server = launch.start("listening at")) {
            assertThat(lastLines(server, 2).get(0)).isEqualTo("Running app.Main of " + project.folder());
            assertThat(lastLines(server, 1).get(0)).endsWith("/ with one --two");
            assertHelloIsRecorded(server);
        }
    }

    @Test
    void theCurrentFolderIsRunIfNothingIsGiven() throws Exception {
        project.save("pom.xml", pom("jar", "org.eclipse.jetty.ee11", "jetty-ee11-servlet", "compile"));
        project.servlet("Hello", "\"hello\"");
        project.java("Main", MAIN);
        try (RunningServer server = Launch.of("runserver").in(project.folder()).start("listening at")) {
            assertThat(lastLines(server, 2).get(0)).isEqualTo("Running app.Main of .");
            assertHelloIsRecorded(server);
        }
    }

    @Test
    void aMavenProjectOfAWebApplicationIsRun() throws Exception {
        project.save("pom.xml", pom("war", "jakarta.servlet", "jakarta.servlet-api", "provided"));
        project.servlet("Hello", "\"hello\"");
        project.save("src/main/webapp/page.txt", "a page");
        try (RunningServer server = Launch.runserver(project.folder()).start()) {
            assertThat(lastLines(server, 3).get(0))
                    .isEqualTo("Running " + project.folder().resolve("target/project-1"));
            assertThat(server.body("/page.txt")).isEqualTo("a page");
            assertHelloIsRecorded(server);
        }
    }

    @Test
    void whatMavenWouldBeAskedIsTold() throws Exception {
        project.save("pom.xml", pom("jar", "jakarta.servlet", "jakarta.servlet-api", "provided"));
        String maven = project.folder().resolve("mvnw") + " -q -B -f "
                + project.folder().resolve("pom.xml") + " -DskipTests compile ";
        assertOut(
                Launch.of("runserver", "--check", project.folder().toString()),
                "a Maven project",
                "would run: " + maven
                        + "dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile=CLASSPATH");
        project.save("pom.xml", pom("war", "jakarta.servlet", "jakarta.servlet-api", "provided"));
        assertOut(
                Launch.of("runserver", "--check", project.folder().toString()),
                "a Maven project of a web application",
                "would run: " + maven + "war:exploded dependency:build-classpath"
                        + " -Dmdep.includeScope=compile -Dmdep.outputFile=CLASSPATH");
        assertThat(project.folder().resolve("target")).doesNotExist();
    }

    @Test
    void severalMainClasses() throws Exception {
        project.save("pom.xml", pom("jar", "org.eclipse.jetty.ee11", "jetty-ee11-servlet", "compile"));
        project.servlet("Hello", "\"hello\"");
        project.java("Main", MAIN);
        project.java("Other", "class Other { public static void main(String[] arguments) {} }");
        Outcome outcome = Launch.of("runserver", project.folder().toString()).run();
        assertThat(withoutStyles(outcome.err()))
                .containsExactly(
                        "Error: several classes have a main method; choose one with --main-class: app.Main, app.Other");
        assertThat(outcome.status()).isEqualTo(1);
        Launch chosen = Launch.of("runserver", project.folder().toString(), "--main-class", "app.Main");
        try (RunningServer server = chosen.start("listening at")) {
            assertHelloIsRecorded(server);
        }
    }

    @Test
    void aBuildThatFails() throws Exception {
        project.save("pom.xml", pom("jar", "jakarta.servlet", "jakarta.servlet-api", "provided"));
        project.java("Main", "class Main { int wrong() { return tow; } }");
        Outcome outcome = Launch.of("runserver", project.folder().toString()).run();
        assertThat(outcome.out()).contains("cannot find symbol");
        assertThat(withoutStyles(outcome.err()))
                .singleElement()
                .asString()
                .startsWith("Error: the build of " + project.folder() + " has failed; see above. It was: "
                        + project.folder().resolve("mvnw") + " -q -B -f ");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void aProjectOfModules() throws Exception {
        project.save("pom.xml", """
                <project>
                  <packaging>pom</packaging>
                  <modules><module>core</module><module>web</module></modules>
                </project>
                """);
        assertFailure(
                Launch.of("runserver", project.folder().toString()),
                project.folder() + " is a project of modules; give the one to run: "
                        + project.folder().resolve("core") + ", "
                        + project.folder().resolve("web"));
    }

    @Test
    void aGradleProjectOfSpringBoot() throws Exception {
        project.save("build.gradle.kts", "plugins { id(\"org.springframework.boot\") version \"4.1.2\" }\n");
        assertGradle(project.folder() + "/gradlew -p " + project.folder() + " bootJar", "NAME.jar", true);
    }

    @Test
    void aGradleProjectOfAWebApplication() throws Exception {
        project.save("build.gradle", "plugins { id 'war' }\n");
        assertGradle("gradle -p " + project.folder() + " war", "NAME.war", false);
    }

    @Test
    void aGradleProjectOfModules() throws Exception {
        project.save("settings.gradle", "include 'core', 'web'\n");
        assertGradle("gradle -p " + project.folder() + " jar", "NAME.jar", false);
    }

    @Test
    void aFolderThatIsNoProject() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty")).toRealPath();
        assertFailure(
                Launch.of("runserver").in(empty),
                ". is neither a .war file, an executable .jar, an exploded web application (a folder with WEB-INF in it)"
                        + " nor the folder of a project");
    }

    private void assertGradle(String command, String archive, boolean wrapper) throws Exception {
        if (wrapper) {
            project.save("gradlew", "#!/bin/sh\n");
        }
        Outcome expected = new Outcome(
                1,
                "",
                List.of(
                        "Error: " + project.folder() + " is a Gradle project. Type instead:",
                        "  " + command,
                        "  java -jar devserver.jar runserver "
                                + project.folder().resolve("build/libs").resolve(archive)));
        assertThat(Launch.of("runserver", project.folder().toString()).run()).isEqualTo(expected);
        assertThat(Launch.of("runserver", "--check", project.folder().toString())
                        .run())
                .isEqualTo(expected);
    }

    private static void assertHelloIsRecorded(RunningServer server) throws Exception {
        assertThat(server.body("/hello")).isEqualTo("hello");
        assertThat(server.block()).isEqualTo("[date] \"GET /hello HTTP/1.1\" 200 5 (time: #s; sql: #ms (0q); mem: #)");
        server.stop();
        assertThat(server.remainingOut()).isEmpty();
    }

    /** Maven resets the terminal's colors when it ends, terminal or not. */
    private static List<String> withoutStyles(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("\u001b\\[\\d*m", "")).toList();
    }

    private static List<String> lastLines(RunningServer server, int count) {
        return server.banner()
                .subList(server.banner().size() - count, server.banner().size());
    }

    private static String pom(String packaging, String groupId, String artifactId, String scope) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>app</groupId>
                  <artifactId>project</artifactId>
                  <version>1</version>
                  <packaging>%s</packaging>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                      <scope>%s</scope>
                    </dependency>
                  </dependencies>
                %s
                </project>
                """.formatted(packaging, groupId, artifactId, versionOf(artifactId), scope, PLUGINS);
    }

    /** That of the test class path, which the build has brought. */
    private static String versionOf(String artifactId) {
        Matcher version = Pattern.compile(Pattern.quote(artifactId) + "-(.*)\\.jar")
                .matcher(Repository.jar(artifactId).getFileName().toString());
        assertThat(version.matches()).isTrue();
        return version.group(1);
    }

    private static void assertOut(Launch launch, String... lines) throws Exception {
        assertThat(launch.run()).isEqualTo(new Outcome(0, String.join("\n", lines) + "\n", List.of()));
    }

    private static void assertFailure(Launch launch, String message) throws Exception {
        assertThat(launch.run()).isEqualTo(new Outcome(1, "", List.of("Error: " + message)));
    }
}
