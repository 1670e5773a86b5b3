package io.github.devserver4j.spring.mvc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.spring.StartedApplication;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

class HandlersTest {

    private static StartedApplication application;

    @BeforeAll
    static void start() {
        application = StartedApplication.of(Application.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theHandlerAndItsRouteStandAboveItsStatements() throws Exception {
        String block = application.blockOf("/owners/7");
        // what writes bodies is loaded for the first of them, which takes its time
        assertThat(block.replace(", body written in 0ms\n", "\n")).isEqualTo("""
                [handler] (0ms) HandlersTest.Owners#show  /owners/{ownerId}
                    [sql] (0ms) SELECT 7
                                -- 1 row, at io.github.devserver4j.spring.mvc.HandlersTest$Owners.count(HandlersTest.java:0)
                    [sql] (0ms) 1 queries with 0 duplicates
                "GET /owners/7 HTTP/1.1" 200 1 (time: 0.00s; sql: 0ms (1q); mem: 0 KB)""");
    }

    @Test
    void statementsOfTheViewAreMarked() throws Exception {
        assertThat(application.blockOf("/view")).isEqualTo("""
                [handler] (0ms) HandlersTest.Owners#view  /view
                    [sql] (0ms) SELECT 1
                                -- 1 row, at io.github.devserver4j.spring.mvc.HandlersTest$Owners.count(HandlersTest.java:0)
                    [view] (0ms) mvc-owners
                    [sql] (0ms) SELECT 2
                                -- 1 row, while the view renders, at io.github.devserver4j.spring.mvc.HandlersTest$Owners.count(HandlersTest.java:0)
                    [sql] (0ms) 2 queries with 0 duplicates
                "GET /view HTTP/1.1" 200 9 (time: 0.00s; sql: 0ms (2q); mem: 0 KB)""");
    }

    @Test
    void statementsOfTheBodyAreMarked() throws Exception {
        assertThat(application.blockOf("/body")).contains("-- 1 row, while the body is written, at");
        assertThat(application.blockOf("/owners/7")).doesNotContain("while");
    }

    @Test
    void aFileIsNotShownUnlessItIsMissing() throws Exception {
        assertThat(application.get("/mvc-style.css")).contains("color: black");
        assertThat(application.blockOf("/missing.css")).startsWith("\"GET /missing.css HTTP/1.1\" 404");
    }

    @Test
    void anExceptionThatIsAnsweredIsTold() throws Exception {
        assertThat(application.blockOf("/resolved"))
                .startsWith(
                        "[handler] (0ms) HandlersTest.Owners#resolved  /resolved, resolved IllegalStateException\n");
    }

    @Test
    void anExceptionThatIsNotAnsweredIsToldOnce() throws Exception {
        assertThat(application.blockOf("/fails"))
                .startsWith("[handler] (0ms) HandlersTest.Owners#fails  /fails\n")
                .contains("-- UnsupportedOperationException: never")
                .doesNotContain("BasicErrorController");
    }

    @Test
    void asynchronousWorkIsOneHandler() throws Exception {
        assertThat(application.blockOf("/async")).isEqualTo("""
                [handler] (0ms) HandlersTest.Owners#async  /async
                "GET /async HTTP/1.1" 200 4 (time: 0.00s; sql: 0ms (0q); mem: 0 KB)""");
    }

    @Test
    void whereNothingIsFoundThereIsNoHandler() throws Exception {
        assertThat(application.blockOf("/nowhere")).startsWith("\"GET /nowhere HTTP/1.1\" 404 ");
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(Owners.class)
    static class Application {}

    @Controller
    static class Owners {

        private final JdbcTemplate jdbc;

        Owners(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        private int count(int number) {
            return Objects.requireNonNull(jdbc.queryForObject("select " + number, Integer.class));
        }

        @GetMapping("/owners/{ownerId}")
        @ResponseBody
        String show(@PathVariable int ownerId) {
            return String.valueOf(count(ownerId));
        }

        @GetMapping("/view")
        String view(Model model) {
            count(1);
            model.addAttribute("count", (Supplier<Integer>) () -> count(2));
            return "mvc-owners";
        }

        @GetMapping("/body")
        @ResponseBody
        Lazy body() {
            return new Lazy(this);
        }

        @GetMapping("/async")
        @ResponseBody
        Callable<String> async() {
            return () -> "done";
        }

        @GetMapping("/resolved")
        void resolved() {
            throw new IllegalStateException("a value");
        }

        @GetMapping("/fails")
        void fails() {
            throw new UnsupportedOperationException("never");
        }

        @ExceptionHandler(IllegalStateException.class)
        @ResponseStatus(HttpStatus.CONFLICT)
        @ResponseBody
        String conflict() {
            return "conflict";
        }
    }

    /** Asks the database while it is made JSON of. */
    static class Lazy {

        private final Owners owners;

        Lazy(Owners owners) {
            this.owners = owners;
        }

        public int getCount() {
            return owners.count(3);
        }
    }
}
