package io.github.devserver4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between packages go one way. */
final class ArchitectureTest {

    private static final String ROOT = "io.github.devserver4j";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** What a package may use besides the JDK, JSpecify and itself; ours by their name below the root. */
    private static final Map<String, String> DRAWN = Map.ofEntries(
            Map.entry("trace", ""),
            Map.entry("step", "trace"),
            Map.entry("sql", "trace"),
            Map.entry("jdbc", "trace sql javax.sql.. com.p6spy.."),
            Map.entry("cache", "trace"),
            Map.entry("cache.caffeine", "trace cache com.github.benmanes.caffeine.."),
            Map.entry("cache.redis", "trace cache"),
            Map.entry("cache.redis.jedis", "trace cache cache.redis redis.clients.jedis.. org.apache.commons.pool2.."),
            Map.entry("cache.redis.lettuce", "trace cache cache.redis io.lettuce.core.."),
            Map.entry("cache.jcache", "trace cache javax.cache.."),
            Map.entry("cache.memcached.spy", "trace cache javax.security.auth.callback.. net.spy.memcached.."),
            Map.entry("cache.memcached.xmemcached", "trace cache net.rubyeye.xmemcached.. com.google.code.yanf4j.."),
            Map.entry("dynamodb", "trace sql"),
            Map.entry("dynamodb.sdk1", "trace dynamodb com.amazonaws.."),
            Map.entry("dynamodb.sdk2", "trace dynamodb software.amazon.awssdk.. org.reactivestreams.."),
            Map.entry("httpclient", "trace"),
            Map.entry("httpclient.jdk", "trace httpclient javax.net.ssl.."),
            Map.entry("httpclient.apache", "trace httpclient org.apache.hc.."),
            Map.entry("httpclient.okhttp", "trace httpclient okhttp3.. okio.. kotlin.."),
            Map.entry("cassandra", "trace sql com.datastax.oss.. com.datastax.dse.. org.reactivestreams.."),
            Map.entry("hibernate", "trace cache org.hibernate.. javax.cache.."),
            Map.entry("servlet", "trace jakarta.servlet.."),
            Map.entry("context", "trace io.micrometer.context.."),
            Map.entry("console", "trace org.slf4j.. ch.qos.logback.."),
            Map.entry("resources", "trace com.sun.management.."),
            Map.entry("agent", "trace jdbc net.bytebuddy.."),
            Map.entry("agent.premain", "com.sun.tools.attach.."),
            Map.entry("agent.servlet", "agent trace servlet jakarta.servlet.."),
            Map.entry("agent.jcache", "agent trace cache.jcache javax.cache.."),
            Map.entry("agent.lettuce", "agent trace cache.redis.lettuce io.lettuce.core.."),
            Map.entry("agent.jedis", "agent cache.redis.jedis redis.clients.jedis.. org.apache.commons.pool2.."),
            Map.entry("agent.reactor", "agent trace reactor.core.. reactor.util.. org.reactivestreams.."),
            Map.entry("agent.spymemcached", "agent trace cache.memcached.spy net.spy.memcached.."),
            Map.entry("agent.xmemcached", "agent trace cache.memcached.xmemcached net.rubyeye.xmemcached.."),
            Map.entry("agent.awssdk1", "agent trace dynamodb.sdk1 com.amazonaws.."),
            Map.entry("agent.awssdk2", "agent trace dynamodb.sdk2 software.amazon.awssdk.."),
            Map.entry("agent.cassandra", "agent trace cassandra com.datastax.oss.."),
            Map.entry("agent.jdkhttp", "agent trace httpclient.jdk"),
            Map.entry("agent.apachehttp", "agent trace httpclient.apache org.apache.hc.."),
            Map.entry("agent.okhttp", "agent trace httpclient.okhttp okhttp3.."),
            Map.entry("agent.caffeine", "trace agent cache.caffeine com.github.benmanes.caffeine.."));

    static Set<Map.Entry<String, String>> drawn() {
        return DRAWN.entrySet();
    }

    @Test
    void everyPackageIsDrawn() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .filteredOn(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1))
                .containsExactlyInAnyOrderElementsOf(DRAWN.keySet());
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void aPackageUsesOnlyWhatIsDrawn(Map.Entry<String, String> drawn) {
        String name = drawn.getKey();
        String others = drawn.getValue();
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", ROOT + "." + name));
        for (String other : List.of(others.split(" ", -1))) {
            allowed.add(other.endsWith("..") ? other : ROOT + "." + other);
        }
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheWiring() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Utils?|Manager|Impl|Helper)").check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() throws Exception {
        List<String> packages = new ArrayList<>();
        for (JavaPackage javaPackage : CLASSES.getPackage(ROOT).getSubpackagesInTree()) {
            packages.add(javaPackage.getName());
        }
        packages.add(ROOT);
        for (String name : packages) {
            if (CLASSES.getPackage(name).getClasses().isEmpty()) {
                continue;
            }
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }
}
