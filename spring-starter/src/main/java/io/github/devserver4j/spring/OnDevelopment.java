package io.github.devserver4j.spring;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether this is development: where Boot's devtools would be active. Says so, and why, in one line for each context:
 *
 * <pre>
 * devserver is on: the application's classes come from a folder
 * devserver is off: started from a jar; devserver.enabled=true turns it on
 * </pre>
 *
 * <ol>
 *   <li>{@code devserver.enabled} set by hand decides.
 *   <li>Off under a profile named prod or production.
 *   <li>Off in a native image, while beans are processed ahead of time, and in tests.
 *   <li>Off where the application's classes come from a jar or a deployed web application, and not from a folder.
 * </ol>
 *
 * The one class of the starter that is loaded where devserver is off, so everything it needs stands here.
 */
final class OnDevelopment implements ConfigurationCondition {

    private static final String ENABLED = "devserver.enabled";
    private static final String TURN_ON = "; " + ENABLED + "=true turns it on";
    private static final List<String> ON = List.of("true", "on", "yes", "1");
    private static final List<String> OFF = List.of("false", "off", "no", "0");
    private static final String APPLICATION = "org.springframework.boot.SpringBootConfiguration";

    /** Boot's test framework gives it to each context. */
    private static final String IN_BOOT_TEST =
            "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.PARSE_CONFIGURATION; // asked once
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Log log = LogFactory.getLog("devserver");
        Environment environment = context.getEnvironment();
        String set = environment.getProperty(ENABLED);
        if (set != null && !set.isBlank()) {
            boolean off = OFF.contains(word(set));
            if (off || ON.contains(word(set))) {
                log.info("devserver is " + (off ? "off" : "on") + ": " + ENABLED + "=" + set);
            } // anything else is as wrong as it is in other settings, and is told with them
            return !off;
        }
        String reason = reasonAgainst(context);
        log.info(
                reason == null
                        ? "devserver is on: the application's classes come from a folder"
                        : "devserver is off: " + reason + TURN_ON);
        return reason == null;
    }

    private static String word(String text) {
        return text.trim().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String reasonAgainst(ConditionContext context) {
        Environment environment = context.getEnvironment();
        for (String profile : environment.getActiveProfiles()) {
            if (profile.equalsIgnoreCase("prod") || profile.equalsIgnoreCase("production")) {
                return "the profile " + profile + " is active";
            }
        }
        if (NativeDetector.inNativeImage()) {
            return "this is a native image";
        }
        if (Boolean.getBoolean("spring.aot.processing")) {
            return "beans are processed ahead of time";
        }
        if (environment.containsProperty(IN_BOOT_TEST) || isCalledByTest()) {
            return "this is a test";
        }
        return isInFolder(context) ? null : "the application's classes come from a jar";
    }

    /** As Boot's devtools tell it. */
    private static boolean isCalledByTest() {
        for (StackTraceElement frame : Thread.currentThread().getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith("org.junit.")
                    || name.startsWith("org.testng.")
                    || name.startsWith("cucumber.runtime.")) {
                return true;
            }
        }
        return false;
    }

    /** A server to which the application was deployed has its classes in a folder, too. */
    private static boolean isInFolder(ConditionContext context) {
        ClassLoader loader = context.getClassLoader();
        String application = applicationClass(context.getRegistry());
        if (application == null || loader == null) {
            return false;
        }
        URL location = loader.getResource(application.replace('.', '/') + ".class");
        return location != null
                && location.getProtocol().equals("file")
                && !location.getPath().contains("/WEB-INF/classes/");
    }

    /** The class that is annotated with SpringBootApplication; null if there is none. */
    private static @Nullable String applicationClass(BeanDefinitionRegistry registry) {
        for (String name : registry.getBeanDefinitionNames()) {
            BeanDefinition definition = registry.getBeanDefinition(name);
            if (definition instanceof AnnotatedBeanDefinition annotated
                    && annotated.getMetadata().isAnnotated(APPLICATION)) {
                return annotated.getMetadata().getClassName();
            }
        }
        return null;
    }
}
