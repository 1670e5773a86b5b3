package io.github.devserver4j.spring;

import org.springframework.boot.autoconfigure.AutoConfigurations;

/** Auto-configurations that have a package of their own since Boot 4. */
public final class BootClasses {

    private BootClasses() {}

    /** Those of Boot that have these names, in either version: {@code cache.CacheAutoConfiguration}. */
    public static AutoConfigurations autoConfigurations(String since4, String before) {
        try {
            return AutoConfigurations.of(Class.forName("org.springframework.boot." + since4));
        } catch (ClassNotFoundException old) {
            try {
                return AutoConfigurations.of(Class.forName("org.springframework.boot.autoconfigure." + before));
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }
}
