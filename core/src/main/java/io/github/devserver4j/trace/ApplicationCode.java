package io.github.devserver4j.trace;

import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's own classes from those of libraries by where they were loaded from: a folder of classes,
 * {@code WEB-INF/classes} and {@code BOOT-INF/classes} are the application's, the JDK and devserver are not, and a class
 * from any other jar only may be, for an application that was packed into one. Thread-safe.
 */
public final class ApplicationCode {

    /** Whose code a class is. */
    enum Origin {
        APPLICATION,
        MAYBE,
        LIBRARY
    }

    /** Jars that never are the application itself; asked only where a stack has no class from a folder. */
    private static final List<String> LIBRARIES = List.of(
            "ch.qos.logback.",
            "com.fasterxml.",
            "com.github.benmanes.",
            "com.mysql.",
            "com.p6spy.",
            "com.zaxxer.hikari.",
            "groovy.",
            "io.undertow.",
            "jakarta.",
            "javax.",
            "kotlin.",
            "net.bytebuddy.",
            "org.apache.",
            "org.eclipse.",
            "org.glassfish.",
            "org.h2.",
            "org.hibernate.",
            "org.jboss.",
            "org.jooq.",
            "org.mariadb.",
            "org.mybatis.",
            "org.postgresql.",
            "org.slf4j.",
            "org.springframework.",
            "scala.");

    private static final @Nullable String OWN_LOCATION = locationOf(ApplicationCode.class);

    private final List<String> packages;
    private final ClassValue<Origin> origins = new ClassValue<>() {
        @Override
        protected Origin computeValue(Class<?> type) {
            return determine(type);
        }
    };

    private ApplicationCode(List<String> packages) {
        this.packages = packages;
    }

    /**
     * The code that is told by its location, or, where {@code packages} names any, the code in these packages and
     * those below them: {@code com.example}, or {@code com.example.*} for those who are used to it.
     */
    public static ApplicationCode in(List<String> packages) {
        return new ApplicationCode(
                packages.stream().map(ApplicationCode::withFinalDot).toList());
    }

    private static String withFinalDot(String packageName) {
        String name = packageName.endsWith("*") ? packageName.substring(0, packageName.length() - 1) : packageName;
        return name.endsWith(".") ? name : name + ".";
    }

    Origin originOf(Class<?> type) {
        return origins.get(type);
    }

    private Origin determine(Class<?> type) {
        if (isGenerated(type)) {
            return Origin.LIBRARY;
        }
        if (!packages.isEmpty()) {
            return packages.stream().anyMatch(type.getName()::startsWith) ? Origin.APPLICATION : Origin.LIBRARY;
        }
        String location = locationOf(type);
        if (location == null || location.equals(OWN_LOCATION)) {
            return Origin.LIBRARY;
        }
        if (isClassesFolder(location)) {
            return Origin.APPLICATION;
        }
        return LIBRARIES.stream().anyMatch(type.getName()::startsWith) ? Origin.LIBRARY : Origin.MAYBE;
    }

    /** Proxies and subclasses made at run time have no line that a developer could open. */
    private static boolean isGenerated(Class<?> type) {
        return type.isSynthetic() || type.getName().contains("$$");
    }

    private static boolean isClassesFolder(String location) {
        return location.contains("WEB-INF/classes")
                || location.contains("BOOT-INF/classes")
                || (location.startsWith("file:") && location.endsWith("/"));
    }

    private static @Nullable String locationOf(Class<?> type) {
        try {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            URL location = source == null ? null : source.getLocation();
            return location == null ? null : location.toString(); // URL.equals may ask a name server
        } catch (SecurityException denied) {
            return null;
        }
    }
}
