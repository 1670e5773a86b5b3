package io.github.devserver4j.trace;

import java.lang.reflect.Proxy;
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
            "com.amazonaws.",
            "com.datastax.",
            "com.fasterxml.",
            "com.github.benmanes.",
            "com.google.",
            "com.ibm.",
            "com.microsoft.",
            "com.mysql.",
            "com.p6spy.",
            "com.querydsl.",
            "com.squareup.",
            "com.zaxxer.hikari.",
            "freemarker.",
            "groovy.",
            "io.agroal.",
            "io.ebean.",
            "io.github.devserver4j.spring.", // its starter
            "io.lettuce.",
            "io.micrometer.",
            "io.micronaut.",
            "io.netty.",
            "io.quarkus.",
            "io.undertow.",
            "jakarta.",
            "javax.",
            "kotlin.",
            "liquibase.",
            "net.bytebuddy.",
            "net.rubyeye.",
            "net.spy.",
            "okhttp3.",
            "okio.",
            "oracle.",
            "org.apache.",
            "org.eclipse.",
            "org.ehcache.",
            "org.flywaydb.",
            "org.glassfish.",
            "org.h2.",
            "org.hibernate.",
            "org.jboss.",
            "org.jdbi.",
            "org.jooq.",
            "org.mariadb.",
            "org.mybatis.",
            "org.postgresql.",
            "org.slf4j.",
            "org.springframework.",
            "org.thymeleaf.",
            "reactor.",
            "redis.clients.",
            "scala.",
            "software.amazon.");

    /**
     * Parts of the names that libraries give to classes they make: Spring, cglib, Hibernate, Javassist, Weld, Quarkus,
     * Cassandra's object mapper.
     */
    private static final List<String> GENERATED = List.of(
            "$$SpringCGLIB",
            "$$EnhancerBy",
            "$$FastClass",
            "$HibernateProxy",
            "$ByteBuddy$",
            "_$$_jvst",
            "$Proxy$_$$_Weld",
            "_Subclass",
            "_ClientProxy",
            "__MapperGenerated");

    private static final String OWN_PACKAGE = "io.github.devserver4j.";

    private static final @Nullable String OWN_LOCATION = locationOf(ApplicationCode.class);

    private static final Origin[] ORIGINS = Origin.values();

    private final List<String> packages;
    /** By its ordinal: a value of ours on other people's classes would keep our class loader for as long as they live. */
    private final ClassValue<Integer> origins = new ClassValue<>() {
        @Override
        @SuppressWarnings("EnumOrdinal") // lives no longer than the enum
        protected Integer computeValue(Class<?> type) {
            return determine(type).ordinal();
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
        return ORIGINS[origins.get(type)];
    }

    private Origin determine(Class<?> type) {
        if (isGenerated(type)) {
            return Origin.LIBRARY;
        }
        if (!packages.isEmpty()) {
            return packages.stream().anyMatch(type.getName()::startsWith) ? Origin.APPLICATION : Origin.LIBRARY;
        }
        String location = locationOf(type);
        if (location == null || isOwn(type, location)) {
            return Origin.LIBRARY;
        }
        if (isClassesFolder(location)) {
            return Origin.APPLICATION;
        }
        return LIBRARIES.stream().anyMatch(type.getName()::startsWith) ? Origin.LIBRARY : Origin.MAYBE;
    }

    /** An application may be packed into one jar with devserver, or have its tests in the same package. */
    private static boolean isOwn(Class<?> type, String location) {
        return type.getName().startsWith(OWN_PACKAGE) && location.equals(OWN_LOCATION);
    }

    /** What libraries make has no line that a developer has written. */
    private static boolean isGenerated(Class<?> type) {
        return type.isSynthetic()
                || type.isHidden()
                || Proxy.isProxyClass(type)
                || GENERATED.stream().anyMatch(type.getName()::contains);
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
