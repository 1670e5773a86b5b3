package io.github.devserver4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.console.ColorMode;
import io.github.devserver4j.console.LogTarget;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

    private final Map<String, String> environment = new HashMap<>();
    private final Properties systemProperties = new Properties();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void defaultsNeedNothing() throws Exception {
        assertThat(read()).isEqualTo(DevServerSettings.defaults());
        assertThat(DevServerSettings.defaults())
                .isEqualTo(new DevServerSettings(
                        true,
                        List.of(),
                        true,
                        false,
                        false,
                        ColorMode.AUTO,
                        List.of(),
                        LogTarget.AUTO,
                        2_000,
                        false,
                        true,
                        List.of(),
                        List.of(),
                        Duration.ZERO));
    }

    @Test
    void laterSourcesWin() throws Exception {
        Files.writeString(
                folder.resolve("devserver.properties"),
                "devserver.mask=class path\ndevserver.color=always\ndevserver.log=slf4j\ndevserver.call-limit=1\n");
        Path file = folder.resolve("my.properties");
        Files.writeString(file, "devserver.mask=grüße\ndevserver.color=never\ndevserver.log=stdout\nother=1\n");
        environment.put("DEVSERVER_CONFIG", file.toString());
        environment.put("DEVSERVER_COLOR", "Always");
        environment.put("DEVSERVER_LOG", "auto");
        systemProperties.setProperty("devserver.log", "slf4j");

        DevServerSettings settings = read();
        assertThat(settings.callLimit()).isEqualTo(1);
        assertThat(settings.mask()).containsExactly("grüße");
        assertThat(settings.color()).isEqualTo(ColorMode.ALWAYS);
        assertThat(settings.log()).isEqualTo(LogTarget.SLF4J);
    }

    @Test
    void everyNameIsASettingAndEverySettingHasAName() {
        List<String> settings = new ArrayList<>();
        Arrays.stream(DevServerSettings.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(SettingsTest::settingName)
                .forEach(settings::add);
        assertThat(SettingNames.KNOWN).containsExactlyInAnyOrderElementsOf(settings);
        for (String name : SettingNames.KNOWN) {
            for (String text : List.of("true", "1", "never", "stdout")) {
                List<String> warnings = warnings(() -> tryToSet(name, text));
                assertThat(warnings).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devserver.color|pink|auto, always, never",
                "devserver.log|file|auto, stdout, slf4j",
                "devserver.realtime|maybe|true or false",
                "devserver.truncate-sql|''|true or false",
                "devserver.call-limit|0|a whole number from 1 to 2147483647",
                "devserver.sql-min-duration|-1|a number of milliseconds, or one with the unit ms or s: 20, 0.5ms, 1s",
                "devserver.sql-min-duration|1h|a number of milliseconds, or one with the unit ms or s: 20, 0.5ms, 1s",
                "devserver.call-limit|many|a whole number from 1 to 2147483647"
            })
    void errorsNameSettingValueSourceAndWhatIsAllowed(String name, String text, String allowed) {
        systemProperties.setProperty(name, text);
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + "=" + text + " (system property) is not allowed; allowed: " + allowed);
    }

    @Test
    void theEnvironmentVariableIsNamed() {
        environment.put("DEVSERVER_CALL_SITES", "2");
        assertThatThrownBy(this::read)
                .hasMessage("devserver.call-sites=2 (environment variable DEVSERVER_CALL_SITES) is not allowed; "
                        + "allowed: true or false");
    }

    @Test
    void aBuilderIsCheckedToo() {
        assertThatThrownBy(() -> DevServerSettings.builder().callLimit(0).build())
                .hasMessage("devserver.call-limit=0 is not allowed; allowed: a whole number from 1 to 2147483647");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        environment.put("DEVSERVER_CONFIG", "/no/such/file");
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DEVSERVER_CONFIG=/no/such/file: there is no such file");
    }

    @Test
    void aFileThatCantBeReadIsNamed() throws Exception {
        Path file = folder.resolve("malformed.properties");
        Files.writeString(file, "devserver.mask=\\u12");
        environment.put("DEVSERVER_CONFIG", file.toString());
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DEVSERVER_CONFIG=" + file + " can't be read: ");
    }

    @Test
    void aMisspeltNameIsToldWithTheNearest() {
        systemProperties.setProperty("devserver.colour", "never");
        environment.put("DEVSERVER_TRUNCATE_SQLS", "true");
        assertThat(warnings(this::read))
                .containsExactly(
                        "devserver.truncate-sqls (environment variable DEVSERVER_TRUNCATE_SQLS) is no setting of "
                                + "devserver; the nearest is devserver.truncate-sql",
                        "devserver.colour (system property) is no setting of devserver; "
                                + "the nearest is devserver.color");
    }

    @Test
    void listsAreSeparatedByCommas() throws Exception {
        systemProperties.setProperty("devserver.ignored-prefixes", " /static , ,/health");
        assertThat(read().ignoredPrefixes()).containsExactly("/static", "/health");
    }

    @Test
    void aWrongRegularExpressionIsShownWithThePlace() {
        systemProperties.setProperty("devserver.filter-sql", "django_,polls(");
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("devserver.filter-sql=django_,polls( (system property) is not allowed; "
                        + "allowed: regular expressions, separated by commas; this one is wrong: "
                        + "Unclosed group near index 6\npolls(");
    }

    @Test
    void regularExpressionsAreSeparatedByCommasOutsideOfThem() throws Exception {
        environment.put("DEVSERVER_FILTER_SQL", "djkombu_\\w+, a{1,2} ,[,;],x\\,y,(b,c)");
        assertThat(read().filterSql()).containsExactly("djkombu_\\w+", "a{1,2}", "[,;]", "x\\,y", "(b,c)");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 500000", "20, 20000000", "20ms, 20000000", "1.5 s, 1500000000"})
    void aDurationIsInMillisecondsIfNothingElseIsSaid(String text, long nanos) throws Exception {
        environment.put("DEVSERVER_SQL_MIN_DURATION", text);
        assertThat(read().sqlMinDuration()).isEqualTo(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "ON, true", " yes , true", "1, true", "False, false", "off, false", "no, false"})
    void switchesMayBeWrittenInSeveralWays(String text, boolean on) throws Exception {
        systemProperties.setProperty("devserver.realtime", text);
        assertThat(read().realtime()).isEqualTo(on);
    }

    private DevServerSettings read() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            DevServerSettingsBuilder builder = DevServerSettings.builder();
            SettingSources.read(environment, systemProperties, loader).forEach(builder::set);
            return builder.build();
        }
    }

    private static void tryToSet(String name, String text) {
        try {
            DevServerSettings.builder().set(new SettingValue(name, text, "test"));
        } catch (IllegalArgumentException wrongValue) {
            assertThat(wrongValue).hasMessageStartingWith(name + "=");
        }
    }

    private static String settingName(String component) {
        return "devserver." + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> warnings(Work work) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                warnings.add(MessageFormat.format(logged.getMessage(), logged.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("devserver");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            work.run();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        return warnings;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
