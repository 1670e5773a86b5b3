package io.github.devserver4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds settings outside of the code, in the order in which later ones win. */
final class SettingSources {

    private static final String PREFIX = "devserver.";
    private static final String VARIABLE_PREFIX = "DEVSERVER_";
    private static final String FILE = "devserver.properties";
    private static final String FILE_VARIABLE = "DEVSERVER_CONFIG";

    private final List<SettingValue> values = new ArrayList<>();

    private SettingSources() {}

    static List<SettingValue> read(@Nullable ClassLoader loader) {
        return read(System.getenv(), System.getProperties(), loader);
    }

    static List<SettingValue> read(
            Map<String, String> environment, Properties systemProperties, @Nullable ClassLoader loader) {
        SettingSources sources = new SettingSources();
        sources.addClassPathFile(loader);
        sources.addFile(environment.get(FILE_VARIABLE));
        sources.addEnvironment(environment);
        sources.addProperties(systemProperties, "system property");
        return sources.values;
    }

    private void addClassPathFile(@Nullable ClassLoader loader) {
        try (InputStream file =
                loader == null ? ClassLoader.getSystemResourceAsStream(FILE) : loader.getResourceAsStream(FILE)) {
            if (file != null) {
                addProperties(load(new InputStreamReader(file, StandardCharsets.UTF_8)), FILE + " on the class path");
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(FILE + " on the class path can't be read: " + unreadable, unreadable);
        }
    }

    private void addFile(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            addProperties(load(reader), file);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(FILE_VARIABLE + "=" + file + ": there is no such file", missing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    FILE_VARIABLE + "=" + file + " can't be read: " + unreadable, unreadable);
        }
    }

    private void addEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, text) -> {
            if (variable.startsWith(VARIABLE_PREFIX) && !variable.equals(FILE_VARIABLE)) {
                String rest = variable.substring(VARIABLE_PREFIX.length());
                String name = PREFIX + rest.toLowerCase(Locale.ROOT).replace('_', '-');
                values.add(new SettingValue(name, text, "environment variable " + variable));
            }
        });
    }

    private void addProperties(Properties properties, String source) {
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .map(name -> new SettingValue(name, properties.getProperty(name), source))
                .forEach(values::add);
    }

    private static Properties load(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        return properties;
    }
}
