package io.github.devserver4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/** What an IDE offers is what there is. */
class MetadataTest {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern ROW = Pattern.compile("\\| `(devserver\\.[a-z-]+)` \\| (?:`([^`]*)`)? *\\| .*");

    private final Map<String, Map<String, Object>> properties = byName("properties");
    private final Map<String, Map<String, Object>> hints = byName("hints");

    @Test
    void eachSettingIsThereInOrderWithASentence() {
        assertThat(properties.keySet()).containsExactlyElementsOf(DevServerSettings.names());
        assertThat(properties.values())
                .allSatisfy(property ->
                        assertThat(String.valueOf(property.get("description"))).endsWith("."));
    }

    @Test
    void typesAndDefaultsAreThoseOfTheSettings() throws Exception {
        DevServerSettings defaults = DevServerSettings.defaults();
        for (RecordComponent setting : DevServerSettings.class.getRecordComponents()) {
            Map<String, Object> property = property(name(setting));
            assertThat(property.get("type")).as(name(setting)).isEqualTo(type(setting));
            Object value = setting.getAccessor().invoke(defaults);
            boolean judged = name(setting).equals("devserver.enabled"); // by the starter, where it is not set
            String text = judged || value.equals(List.of()) ? null : written(value);
            assertThat(text(property.get("defaultValue"))).as(name(setting)).isEqualTo(text);
        }
    }

    @Test
    void valuesAreHintedWhereThereAreSeveral() {
        for (RecordComponent setting : DevServerSettings.class.getRecordComponents()) {
            List<String> constants = setting.getType().isEnum()
                    ? Arrays.stream(setting.getType().getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .toList()
                    : List.of();
            assertThat(hinted(name(setting))).as(name(setting)).containsExactlyElementsOf(constants);
        }
    }

    @Test
    void theReadmeHasTheSameSettingsAndDefaults() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(readme())) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), String.valueOf(row.group(2)));
            }
        }
        assertThat(rows)
                .isEqualTo(properties.values().stream()
                        .collect(Collectors.toMap(
                                property -> String.valueOf(property.get("name")),
                                property -> String.valueOf(property.get("defaultValue")))));
    }

    private static String written(Object value) {
        return value instanceof Duration duration
                ? duration.toMillis() + "ms"
                : value.toString().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> property(String name) {
        assertThat(properties).containsKey(name);
        return properties.getOrDefault(name, Map.of());
    }

    private List<String> hinted(String name) {
        return maps(hints.getOrDefault(name, Map.of()).get("values"))
                .map(value -> String.valueOf(value.get("value")))
                .toList();
    }

    private static String name(RecordComponent setting) {
        return "devserver." + setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String type(RecordComponent setting) {
        if (setting.getType() == boolean.class) {
            return "java.lang.Boolean";
        }
        return setting.getType() == int.class
                ? "java.lang.Integer"
                : setting.getGenericType().getTypeName();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, Map<String, Object>> byName(String part) {
        try (InputStream bytes = ours().openStream()) {
            String json = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Map<String, Object>> found = new LinkedHashMap<>();
            maps(JsonParserFactory.getJsonParser().parseMap(json).get(part))
                    .forEach(entry -> found.put(String.valueOf(entry.get("name")), entry));
            return found;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Other libraries have theirs by the same name. */
    private static URL ours() throws IOException {
        String home = DevServerAutoConfiguration.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        return Collections.list(MetadataTest.class.getClassLoader().getResources(METADATA)).stream()
                .filter(url -> url.toString().contains(home))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? Stream.of() : ((List<Map<String, Object>>) list).stream();
    }

    private static Path readme() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve("README.md");
    }
}
