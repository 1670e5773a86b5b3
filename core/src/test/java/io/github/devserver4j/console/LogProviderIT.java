package io.github.devserver4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.testing.ChildJvm;
import io.github.devserver4j.trace.RequestLine;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Child JVMs that have one SLF4J provider, another, or none. */
@Timeout(60)
final class LogProviderIT {

    private static final String BLOCK = "\"GET / HTTP/1.1\" 200 0 ";

    @Test
    void withoutSlf4jBlocksGoToStandardOutput() throws Exception {
        ChildJvm.Output output = run("slf4j|logback");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    @Test
    void withoutAProviderBlocksGoToStandardOutputAndSlf4jIsSilent() throws Exception {
        ChildJvm.Output output = run("logback|slf4j-simple|slf4j-jdk14|micrometer");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    @Test
    void withSlf4jSimpleBlocksGoToStandardOutput() throws Exception {
        ChildJvm.Output output = run("logback");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    @Test
    void withSlf4jSimpleTheyMayBeSentThere() throws Exception {
        ChildJvm.Output output = run("logback", "-Ddevserver.log=slf4j");
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).containsOnlyOnce(BLOCK).contains("devserver.request");
    }

    @Test
    void slf4jWithoutAProviderIsTold() throws Exception {
        ChildJvm.Output output = run("logback|slf4j-simple", "-Ddevserver.log=slf4j");
        assertThat(output.out()).containsOnlyOnce(BLOCK);
        assertThat(output.err()).contains("there is no SLF4J provider");
    }

    @Test
    void withLogbackNotConfiguredBlocksAreBare() throws Exception {
        ChildJvm.Output output = run("slf4j-simple");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    private static ChildJvm.Output run(String without, String... options) throws Exception {
        ChildJvm like = ChildJvm.like();
        String all = like.classPath() + File.pathSeparator + System.getProperty("slf4j-simple.jar");
        return new ChildJvm(like.home(), all)
                .with(entry -> !entry.matches(".*/(" + without + ")[^/]*(/[^/]*)?\\.jar"))
                .run(Main.class, options);
    }

    /** One request without a server. */
    static final class Main {
        public static void main(String[] arguments) {
            try (DevServer devServer = DevServer.create(DevServerSettings.load())) {
                devServer
                        .tracer()
                        .start(new RequestLine("GET", "/", "HTTP/1.1"))
                        .finish(200, 0);
            }
        }
    }
}
