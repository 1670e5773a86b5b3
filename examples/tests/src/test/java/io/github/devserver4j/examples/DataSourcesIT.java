package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever an application gets a connection from, each statement is recorded once, and casts work as without us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataSourcesIT {

    @SuppressWarnings("NullAway.Init") // by start()
    private RunningServer server;

    Jdk jdk() {
        return Jdk.main();
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Path war = WebAppFiles.in(folder, "pools")
                .classes("com.example.pools")
                .libs("HikariCP", "tomcat-jdbc", "tomcat-juli", "commons-dbcp2", "commons-pool2", "commons-logging")
                .libs("c3p0", "mchange-commons-java", "h2", "postgresql", "slf4j-api", "jspecify")
                .war();
        server = Launch.runserver(war)
                .environment("POSTGRES_URL", Postgres.newDatabase())
                .on(jdk())
                .start();
        server.body("/query/h2-raw"); // initializes the servlet, which opens the pools
        server.rawBlock();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hikari-data-source-class",
                "tomcat",
                "dbcp2",
                "c3p0",
                "h2-pool",
                "h2-raw",
                "own",
                "driver-manager"
            })
    void onH2(String source) throws Exception {
        String body = server.body("/query/" + source);
        String block = server.block();
        assertThat(body).isEqualTo(source + "\nunwrap true\n");
        assertThat(block).isEqualTo(block(source, body));
    }

    @ParameterizedTest
    @ValueSource(strings = "hikari")
    void aPoolLendsItsConnectionsAsBefore(String source) throws Exception {
        for (int request = 0; request < 5; request++) {
            String body = server.body("/query/" + source);
            String block = server.block();
            assertThat(body).matches("hikari\nunwrap true\npool of [12], 1 active\n");
            assertThat(block).isEqualTo(block(source, body));
        }
    }

    /** A pool's own connection is no PGConnection and has to be unwrapped, with us as without. */
    @ParameterizedTest
    @ValueSource(strings = {"postgres-raw", "postgres-driver-manager", "postgres-hikari"})
    void onPostgres(String source) throws Exception {
        String casts = source.equals("postgres-hikari") ? "refused" : "true";
        String body = server.body("/query/" + source);
        String block = server.block();
        assertThat(body).isEqualTo("%s\ncast %s, unwrap true, statement cast %s\n".formatted(source, casts, casts));
        assertThat(block).isEqualTo(block(source, body));
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
        assertThat(server.remainingOut()).isEmpty();
        server.close();
    }

    private static String block(String source, String body) {
        return """
                    [sql] (#ms) SELECT CAST('%1$s' AS VARCHAR(40))
                                -- 1 row, at com.example.pools.QueryServlet.query(QueryServlet.java:79)
                    [sql] (#ms) 1 queries with 0 duplicates
                [date] "GET /query/%1$s HTTP/1.1" 200 %2$d (time: #s; sql: #ms (1q); mem: #)""".formatted(source, body.length());
    }
}
