package io.github.devserver4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.ChildJvm;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** An application that uses none of the clients devserver records, nor a logging library, starts without a warning. */
@Timeout(120)
final class NoClientsIT {

    /** What core can't do without, and the database of this test. */
    private static final List<String> NEEDED = List.of("devserver-core", "p6spy", "jspecify", "h2");

    /** The packages that need an optional library, each that of its name. */
    private static final String OPTIONAL =
            ".*[./](caffeine|jcache|redis|memcached|dynamodb|cassandra|hibernate|httpclient|context|servlet|agent)[./].*";

    @Test
    void itStartsWithoutAWarning() throws Exception {
        startsWithoutAWarning(ChildJvm.like());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = ChildJvm.SECOND_JDK_HOME, matches = ".+", disabledReason = ChildJvm.SKIPPED)
    void itStartsWithoutAWarningOnTheSecondJdk() throws Exception {
        startsWithoutAWarning(ChildJvm.onSecondJdk());
    }

    private static void startsWithoutAWarning(ChildJvm jvm) throws Exception {
        ChildJvm.Output output = jvm.with(NoClientsIT::isNeeded).run(Main.class, "-Ddevserver.background=true");

        assertThat(output.err()).isEmpty();
        assertThat(output.out())
                .contains("-- 1 row, at " + Main.class.getName())
                .contains("\"GET / HTTP/1.1\" 200 0 ")
                .contains("background \"main\"")
                .containsPattern("[1-9]\\d\\d classes loaded");
        assertThat(output.status()).isZero();
    }

    private static boolean isNeeded(String entry) {
        Path path = Path.of(entry);
        String name = path.getFileName().toString();
        return Files.isDirectory(path)
                || NEEDED.stream().anyMatch(needed -> name.matches(needed + "-[\\d.]+(-SNAPSHOT)?\\.jar"));
    }

    /** A statement in a request and one outside of it; then loads every class that does without the optional libraries. */
    static final class Main {
        public static void main(String[] arguments) throws Exception {
            try (DevServer devServer = DevServer.create()) {
                JdbcDataSource h2 = new JdbcDataSource();
                h2.setUrl("jdbc:h2:mem:noclients");
                DataSource dataSource = devServer.wrap(h2);
                TraceRecorder recorder = devServer.tracer().start(new RequestLine("GET", "/", "HTTP/1.1"));
                try (Scope scope = devServer.currentTrace().open(recorder)) {
                    select(dataSource);
                }
                recorder.finish(200, 0);
                select(dataSource);
                loadClasses();
            }
        }

        private static void select(DataSource dataSource) throws Exception {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT 1").next();
            }
        }

        private static void loadClasses() throws Exception {
            URI core = DevServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            int loaded = 0;
            try (JarFile jar = new JarFile(Path.of(core).toFile())) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (needsNothing(entry.getName())) {
                        Class.forName(entry.getName().replace('/', '.').replaceAll("\\.class$", ""));
                        loaded++;
                    }
                }
            }
            System.out.println(loaded + " classes loaded");
        }

        private static boolean needsNothing(String name) {
            return name.endsWith(".class")
                    && !name.matches(OPTIONAL)
                    && !name.matches(".*(Slf4j|Logback|DevServerFilter).*");
        }
    }
}
