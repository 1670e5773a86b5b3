package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application sees its own libraries, in its own versions, and none of the launcher's. */
final class IsolationIT {

    private static final List<String> CLASSES = List.of(
            "ch.qos.logback.classic.LoggerContext",
            "org.slf4j.Logger",
            "net.bytebuddy.ByteBuddy",
            "com.p6spy.engine.spy.P6DataSource",
            "com.zaxxer.hikari.HikariDataSource",
            "picocli.CommandLine",
            "org.jspecify.annotations.Nullable",
            "org.objectweb.asm.ClassReader",
            "org.eclipse.jdt.internal.compiler.Compiler",
            "org.eclipse.jetty.server.Server",
            "io.github.devserver4j.DevServer",
            "io.github.devserver4j.agent.Agent",
            "io.github.devserver4j.agent.Hooks",
            "jakarta.servlet.Servlet",
            "jakarta.servlet.jsp.JspPage",
            "jakarta.el.ELContext",
            "jakarta.annotation.Resource",
            "jakarta.enterprise.inject.spi.CDI",
            "jakarta.inject.Inject");

    private static final List<String> FILES = List.of(
            "logback.xml",
            "META-INF/services/java.sql.Driver",
            "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
            "META-INF/services/javax.tools.JavaCompiler",
            "META-INF/services/jakarta.el.ExpressionFactory",
            "META-INF/MANIFEST.MF",
            "org/slf4j/Logger.class");

    @TempDir
    private Path folder;

    @Test
    void anApplicationWithItsOwnLogbackAndByteBuddy() throws Exception {
        Path war = WebAppFiles.in(folder, "own")
                .classes("com.example.isolation")
                .libs("h2", "jspecify")
                .lib(Repository.otherVersion("slf4j-api-2.0.16.jar"))
                .lib(Repository.otherVersion("logback-classic-1.5.16.jar"))
                .lib(Repository.otherVersion("logback-core-1.5.16.jar"))
                .lib(Repository.otherVersion("byte-buddy-1.17.5.jar"))
                .file("WEB-INF/classes/logback.xml", """
                        <configuration>
                          <appender name="OWN" class="ch.qos.logback.core.ConsoleAppender">
                            <target>System.err</target>
                            <encoder><pattern>own %level %msg%n</pattern></encoder>
                          </appender>
                          <root level="WARN"><appender-ref ref="OWN"/></root>
                        </configuration>
                        """)
                .war();
        try (RunningServer server = Launch.runserver(war).start()) {
            assertThat(server.body(look())).isEqualTo("""
                    ch.qos.logback.classic.LoggerContext: own 1.5.16
                    org.slf4j.Logger: own 2.0.16
                    net.bytebuddy.ByteBuddy: own null
                    com.p6spy.engine.spy.P6DataSource: none
                    com.zaxxer.hikari.HikariDataSource: none
                    picocli.CommandLine: none
                    org.jspecify.annotations.Nullable: own 1.0.0
                    org.objectweb.asm.ClassReader: none
                    org.eclipse.jdt.internal.compiler.Compiler: none
                    org.eclipse.jetty.server.Server: none
                    io.github.devserver4j.DevServer: none
                    io.github.devserver4j.agent.Agent: none
                    io.github.devserver4j.agent.Hooks: none
                    jakarta.servlet.Servlet: the server's
                    jakarta.servlet.jsp.JspPage: the server's
                    jakarta.el.ELContext: the server's
                    jakarta.annotation.Resource: the server's
                    jakarta.enterprise.inject.spi.CDI: none
                    jakarta.inject.Inject: none
                    logback.xml: 1 own, 0 of the server
                    META-INF/services/java.sql.Driver: 1 own, 0 of the server
                    META-INF/services/org.slf4j.spi.SLF4JServiceProvider: 1 own, 0 of the server
                    META-INF/services/javax.tools.JavaCompiler: 0 own, 0 of the server
                    META-INF/services/jakarta.el.ExpressionFactory: 0 own, 1 of the server
                    META-INF/MANIFEST.MF: 6 own, 0 of the server
                    org/slf4j/Logger.class: 1 own, 0 of the server
                    driver org.h2.Driver
                    registered org.h2.Driver
                    """);
            server.rawBlock();
            server.stop();
            assertThat(server.remainingErr()).isEqualTo(List.of("own WARN the application's own log"));
            assertThat(server.remainingOut()).isEmpty();
        }
    }

    private static String look() {
        return CLASSES.stream().map(name -> "class=" + name).collect(Collectors.joining("&", "/look?", "&"))
                + FILES.stream().map(name -> "file=" + name).collect(Collectors.joining("&"));
    }
}
