package io.github.devserver4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.console.ColorMode;
import io.github.devserver4j.spring.application.SmallApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings in Spring's environment, and what is told of wrong ones. */
@ExtendWith(OutputCaptureExtension.class)
class SpringSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void yamlListsAndRelaxedNamesAreUnderstood() throws Exception {
        DevServerSettings settings = started("application.yaml", """
                devserver:
                  enabled: true
                  ignored-prefixes:
                    - /health
                    - /internal/
                  mask: iban, tan
                  callLimit: 12
                  truncate_sql: no
                  color: NEVER
                """);
        assertThat(settings.ignoredPrefixes()).containsExactly("/health", "/internal/");
        assertThat(settings.mask()).containsExactly("iban", "tan");
        assertThat(settings.callLimit()).isEqualTo(12);
        assertThat(settings.truncateSql()).isFalse();
        assertThat(settings.color()).isEqualTo(ColorMode.NEVER);
    }

    @Test
    void environmentVariablesAreUnderstood() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of("DEVSERVER_TRUNCATE_SQL", "false", "DEVSERVER_IGNORED_PREFIXES", "/a,/b")));
        DevServerSettings settings = SpringSettings.of(environment, SpringSettingsTest.class.getClassLoader());
        assertThat(settings.truncateSql()).isFalse();
        assertThat(settings.ignoredPrefixes()).containsExactly("/a", "/b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devserver.call-limit=none|allowed: a whole number from 1 to 2147483647",
                "devserver.color=green|allowed: auto, always, never",
                "devserver.realtime=perhaps|allowed: true or false",
            })
    void aWrongValueIsToldWithItsFileAndLine(String line, String allowed, CapturedOutput output) throws Exception {
        assertThatThrownBy(() -> started("application.properties", "devserver.enabled=true\n" + line + "\n"))
                .isInstanceOf(RuntimeException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("A setting of devserver can't be used: " + line + " (")
                .contains("application.properties")
                .contains(" - 2:")
                .contains(allowed)
                .contains("devserver.enabled=false turns devserver off.")
                .doesNotContain("\tat ");
    }

    @Test
    void aJudgementThatIsNeitherOnNorOffIsWrong(CapturedOutput output) {
        assertThatThrownBy(() -> started("application.properties", "devserver.enabled=perhaps\n"))
                .isInstanceOf(RuntimeException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("A setting of devserver can't be used: devserver.enabled=perhaps (")
                .contains(" - 1:")
                .contains("allowed: true or false")
                .doesNotContain("devserver is on");
    }

    @Test
    void anUnknownNameIsWarnedOf(CapturedOutput output) throws Exception {
        started("application.yaml", """
                devserver:
                  enabled: true
                  ignored-prefix: /health
                """);
        assertThat(output)
                .contains("devserver.ignored-prefix (")
                .contains("is no setting of devserver; the nearest is devserver.ignored-prefixes");
    }

    @Test
    void oneLineIsToldInATestAndItIsOff(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext context = run("application.properties", "")) {
            assertThat(context.getBeanProvider(DevServer.class).stream()).isEmpty();
            assertThat(output.toString().lines().filter(line -> line.contains("devserver")))
                    .singleElement()
                    .asString()
                    .endsWith("devserver is off: this is a test; devserver.enabled=true turns it on");
        }
    }

    private DevServerSettings started(String name, String text) throws IOException {
        try (ConfigurableApplicationContext context = run(name, text)) {
            return context.getBean(DevServer.class).settings();
        }
    }

    private ConfigurableApplicationContext run(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new SpringApplication(SmallApplication.class)
                .run(
                        "--spring.config.additional-location=" + file.toUri(),
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.devserver=info");
    }
}
