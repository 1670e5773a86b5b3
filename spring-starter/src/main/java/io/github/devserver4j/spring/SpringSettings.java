package io.github.devserver4j.spring;

import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.DevServerSettingsBuilder;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/** Reads devserver's settings from Spring's environment, on top of the places where they stand without Spring. */
final class SpringSettings {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("devserver");

    private SpringSettings() {}

    /**
     * The settings of an application.
     *
     * @throws WrongSettingException if a value is not allowed
     */
    static DevServerSettings of(Environment environment, ClassLoader loader) {
        try {
            DevServerSettingsBuilder builder = DevServerSettings.loadedBuilder(loader);
            Binder binder = Binder.get(environment);
            DevServerSettings.names().forEach(name -> set(builder, name, binder));
            warnOfUnknown(builder, environment);
            return builder.build();
        } catch (IllegalArgumentException wrong) {
            throw new WrongSettingException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** A list of YAML's is as good as one with commas. */
    private static void set(DevServerSettingsBuilder builder, String name, Binder binder) {
        String[] origin = {"Spring's environment"};
        BindResult<List<String>> found =
                binder.bind(ConfigurationPropertyName.of(name), Bindable.listOf(String.class), new OriginNote(origin));
        if (found.isBound()) {
            builder.set(name, String.join(",", found.get()), origin[0]);
        }
    }

    /** Environment variables are told by core, which reads them itself. */
    private static void warnOfUnknown(DevServerSettingsBuilder builder, Environment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            boolean isFile = source.getUnderlyingSource() instanceof org.springframework.core.env.PropertySource<?> file
                    && file.getName().contains("Config resource");
            if (isFile && source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(PREFIX::isAncestorOf)
                        .map(ConfigurationPropertyName::toString)
                        .map(name -> name.replaceAll("\\[\\d+]$", ""))
                        .filter(name -> !DevServerSettings.names().contains(name))
                        .distinct()
                        .forEach(name -> builder.set(name, "", "application's configuration"));
            }
        }
    }
}
