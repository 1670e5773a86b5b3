package io.github.devserver4j.spring.jpa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hibernate and transactions of a web application, as each request tells of them. */
final class JpaApplicationTest {

    private static final BlockingQueue<Trace> TRACES = new LinkedBlockingQueue<>();

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(Application.class);
        context = application.run(
                "--server.port=0",
                "--devserver.enabled=true",
                "--spring.main.banner-mode=off",
                "--spring.datasource.generate-unique-name=true",
                "--spring.jpa.hibernate.ddl-auto=create-drop");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aTransactionStandsAboveItsStatements() throws Exception {
        Trace trace = request("/add/ann");
        List<String> lines = lines(trace, "transaction", "sql");
        assertThat(lines.get(0)).isEqualTo("OwnerService.add, committed");
        assertThat(lines).hasSizeGreaterThan(3).last().asString().startsWith("COMMIT");
        assertThat(lines).filteredOn(line -> line.startsWith("INSERT")).hasSize(2);
        assertThat(total(trace, "hibernate")).isEqualTo("2 flushes: 4 entities checked, 2 written");
    }

    @Test
    void aRollbackIsTold() throws Exception {
        Trace trace = request("/fail/bob");
        assertThat(lines(trace, "transaction")).containsExactly("OwnerService.addAndFail, rolled back");
    }

    @Test
    void aNewTransactionHasALineOfItsOwn() throws Exception {
        assertThat(lines(request("/audited/cid"), "transaction"))
                .containsExactly(
                        "OwnerService.addAudited, committed", "OwnerService.AuditService.count, read only, committed");
    }

    @Test
    void statementsSayWhatTheyLoad() throws Exception {
        request("/add/dan");
        long id = Objects.requireNonNull(context.getBean(Owners.class).findAll().get(0).id);
        Trace trace = request("/pets/" + id);
        assertThat(lines(trace, "transaction")).containsExactly("OwnerService.pets, read only, committed");
        assertThat(notes(trace))
                .anyMatch(note -> note.startsWith("-- 1 row, loads Owner, at "))
                .anyMatch(note -> note.startsWith("-- 1 row, loads Owner.pets, at "));
    }

    @Test
    void whatARepositoryOpensForOneCallIsNoLine() throws Exception {
        Trace trace = request("/repository");
        assertThat(lines(trace, "transaction")).isEmpty();
        assertThat(lines(trace, "sql")).isNotEmpty();
    }

    @Test
    void aTemplatesTransactionIsNamedByItsPlace() throws Exception {
        assertThat(lines(request("/template"), "transaction"))
                .containsExactly("OwnerService.countInTemplate, committed");
    }

    private static Trace request(String path) throws Exception {
        TRACES.clear();
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest get = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        var unused = HttpClient.newHttpClient().send(get, BodyHandlers.ofString());
        Trace trace = TRACES.poll(20, SECONDS);
        assertThat(trace).isNotNull();
        return Objects.requireNonNull(trace);
    }

    private static List<String> lines(Trace trace, String... kinds) {
        List<String> wanted = List.of(kinds);
        return trace.calls().stream()
                .filter(call -> wanted.contains(call.kind().tag()))
                .map(Call::summary)
                .toList();
    }

    private static List<String> notes(Trace trace) {
        List<String> notes = new ArrayList<>();
        trace.calls().forEach(call -> {
            List<String> lines = call.lines(TextStyle.COMPLETE);
            notes.add(lines.get(lines.size() - 1));
        });
        return notes;
    }

    private static String total(Trace trace, String kind) {
        KindTotal total = trace.total(kind);
        return total == null ? "" : total.summary();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Application {

        @Bean
        DevServer devServer() {
            TraceListener listener = TRACES::add;
            DevServerSettings settings = DevServerSettings.builder()
                    .applicationPackages(JpaApplicationTest.class.getPackageName())
                    .build();
            return DevServer.create(settings, List.of(listener));
        }

        @Bean
        OwnerService.AuditService auditService(Owners owners) {
            return new OwnerService.AuditService(owners);
        }

        @Bean
        OwnerService ownerService(
                Owners owners, OwnerService.AuditService audit, PlatformTransactionManager transactions) {
            return new OwnerService(owners, audit, transactions);
        }
    }

    @RestController
    static class Controller {

        private final OwnerService service;
        private final Owners owners;

        Controller(OwnerService service, Owners owners) {
            this.service = service;
            this.owners = owners;
        }

        @GetMapping("/add/{name}")
        String add(@PathVariable("name") String name) {
            return "" + service.add(name);
        }

        @GetMapping("/fail/{name}")
        String fail(@PathVariable("name") String name) {
            try {
                service.addAndFail(name);
            } catch (IllegalStateException expected) {
                return "failed";
            }
            return "";
        }

        @GetMapping("/audited/{name}")
        String audited(@PathVariable("name") String name) {
            service.addAudited(name);
            return "";
        }

        @GetMapping("/pets/{id}")
        String pets(@PathVariable("id") long id) {
            return "" + service.pets(id);
        }

        @GetMapping("/repository")
        String repository() {
            return "" + owners.count();
        }

        @GetMapping("/template")
        String template() {
            return "" + service.countInTemplate();
        }
    }
}
