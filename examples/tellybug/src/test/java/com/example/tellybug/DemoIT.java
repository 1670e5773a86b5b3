package com.example.tellybug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs the packaged demonstration as a user does. */
@Timeout(180)
class DemoIT {

    @Test
    void everyNumberIsWhatTheServersCounted() throws Exception {
        demonstrate(Path.of(System.getProperty("java.home")));
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "SECOND_JDK_HOME",
            matches = ".+",
            disabledReason = "not run on a second JDK: SECOND_JDK_HOME is not set")
    void everyNumberIsWhatTheServersCountedOnTheSecondJdk() throws Exception {
        demonstrate(Path.of(System.getenv("SECOND_JDK_HOME")));
    }

    private static void demonstrate(Path jdk) throws Exception {
        Process demo = new ProcessBuilder(
                        jdk.resolve("bin").resolve("java").toString(), "-jar", "target/tellybug.jar", "--demo")
                .redirectErrorStream(true)
                .start();
        String printed = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(printed)
                .contains("[sql]", "[cache]", "[dynamodb]", "[cassandra]", "[http]", "All numbers agree.")
                .doesNotContain("DIFFERS");
        assertThat(demo.exitValue()).isZero();
    }
}
