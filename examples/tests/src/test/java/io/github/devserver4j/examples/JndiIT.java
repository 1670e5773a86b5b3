package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DataSources that the server binds in JNDI: by the launcher's option, or by the application's jetty-env.xml. */
final class JndiIT {

    private static final String JETTY_ENV = """
            <?xml version="1.0"?>
            <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
            <Configure class="%s">
              <New class="org.eclipse.jetty.plus.jndi.Resource">
                <Arg></Arg>
                <Arg>jdbc/injected</Arg>
                <Arg>
                  <New class="org.h2.jdbcx.JdbcDataSource">
                    <Set name="URL">jdbc:h2:mem:env</Set>
                  </New>
                </Arg>
              </New>
            </Configure>
            """;

    private static final String RESOURCE_REF = """
            <resource-ref>
              <res-ref-name>jdbc/injected</res-ref-name>
              <res-type>javax.sql.DataSource</res-type>
              <res-auth>Container</res-auth>
            </resource-ref>
            """;

    private static final String CONTEXT = """
            <Context>
              <Resource name="jdbc/injected" auth="Container" type="javax.sql.DataSource" username="sa" password=""
                  driverClassName="org.h2.Driver" url="jdbc:h2:mem:one" %1$s/>
              <Resource name="jdbc/bound" auth="Container" type="javax.sql.DataSource" username="sa" password=""
                  driverClassName="org.h2.Driver" url="jdbc:h2:mem:two" %1$s/>
            </Context>
            """;

    @TempDir
    private Path folder;

    @Test
    void aDriverOfTheApplication() throws Exception {
        Path war = app().libs("h2").war();
        assertRecorded(
                Launch.runserver(
                        war,
                        "--datasource",
                        "jdbc/bound=jdbc:h2:mem:bound",
                        "--datasource",
                        "jdbc/injected=jdbc:h2:mem:injected"),
                "bound",
                "injected");
    }

    @Test
    void aDriverByTheClassPath() throws Exception {
        Path war = app().war();
        assertRecorded(
                Launch.runserver(
                        war,
                        "--classpath",
                        Repository.jar("postgresql").toString(),
                        "--classpath",
                        Repository.jar("h2").toString(),
                        "--datasource",
                        "jdbc/bound=" + Postgres.newDatabase(),
                        "--datasource",
                        "jdbc/injected=jdbc:h2:mem:injected"),
                "bound",
                "injected");
    }

    @Test
    void aJettyEnvXml() throws Exception {
        Path war = app().libs("h2")
                .webXml(RESOURCE_REF)
                .file("WEB-INF/jetty-env.xml", JETTY_ENV.formatted("org.eclipse.jetty.ee11.webapp.WebAppContext"))
                .war();
        assertRecorded(Launch.runserver(war), "injected");
    }

    @Test
    void aJettyEnvXmlForAnOlderJetty() throws Exception {
        Path war = app().libs("h2")
                .webXml(RESOURCE_REF)
                .file("WEB-INF/jetty-env.xml", JETTY_ENV.formatted("org.eclipse.jetty.webapp.WebAppContext"))
                .war();
        assertRecorded(Launch.runserver(war), "injected");
    }

    @Test
    void aPoolOfTheApplicationInAContextXmlOfTomcat() throws Exception {
        Path war = app().libs("h2", "tomcat-jdbc", "tomcat-juli")
                .webXml(RESOURCE_REF)
                .file(
                        "META-INF/context.xml",
                        CONTEXT.formatted("factory=\"org.apache.tomcat.jdbc.pool.DataSourceFactory\""))
                .war();
        assertRecorded(Launch.runserver(war), "injected", "bound");
    }

    @Test
    void aPoolOfTomcatInAContextXml() throws Exception {
        Path app = app().libs("h2")
                .webXml(RESOURCE_REF)
                .file(
                        "META-INF/context.xml",
                        CONTEXT.formatted("factory=\"org.apache.tomcat.dbcp.dbcp2.BasicDataSourceFactory\""))
                .folder();
        assertRecorded(Launch.runserver(app), "injected", "bound");
    }

    @Test
    void aContextXmlGivesWayToTheOption() throws Exception {
        Path war = app().webXml(RESOURCE_REF)
                .file("META-INF/context.xml", CONTEXT.formatted(""))
                .war();
        assertRecorded(
                Launch.runserver(
                        war,
                        "--classpath",
                        Repository.jar("postgresql").toString(),
                        "--datasource",
                        "jdbc/injected=" + Postgres.newDatabase()),
                "injected");
    }

    @Test
    void whatElseStandsInAContextXmlIsToldOf() throws Exception {
        Path war = app().file("META-INF/context.xml", """
                        <Context><Resource name="mail/Session" type="jakarta.mail.Session"/></Context>
                        """).war();
        try (RunningServer server = Launch.runserver(
                        war,
                        "--classpath",
                        Repository.jar("h2").toString(),
                        "--datasource",
                        "jdbc/injected=jdbc:h2:mem:x")
                .start()) {
            server.stop();
            assertThat(server.remainingErr())
                    .containsExactly(
                            "WARN  devserver: mail/Session of META-INF/context.xml is not bound: it is a jakarta.mail.Session");
        }
    }

    @Test
    void aDriverThatIsMissingIsToldAtOnce() throws Exception {
        Launch launch = Launch.runserver(app().war(), "--datasource", "jdbc/injected=jdbc:h2:mem:injected");
        try (RunningServer server = launch.start()) {
            assertThat(server.get("/jndi/injected").body())
                    .contains("no JDBC driver of the application accepts jdbc:h2:mem:injected:"
                            + " put its jar into WEB-INF/lib, or name it with --classpath");
        }
    }

    private WebAppFiles app() throws Exception {
        return WebAppFiles.in(folder, "app").classes("com.example.jndi").libs("jspecify");
    }

    private static void assertRecorded(Launch launch, String... names) throws Exception {
        try (RunningServer server = launch.start()) {
            for (String name : names) {
                assertThat(server.body("/jndi/" + name)).isEqualTo(name);
                assertThat(server.block()).isEqualTo("""
                            [sql] (#ms) SELECT '%1$s'
                                        -- 1 row, at com.example.jndi.JndiServlet.doGet(JndiServlet.java:32)
                            [sql] (#ms) 1 queries with 0 duplicates
                        [date] "GET /jndi/%1$s HTTP/1.1" 200 %2$d (time: #s; sql: #ms (1q); mem: #)""".formatted(name, name.length()));
            }
            server.stopSilently();
        }
    }
}
