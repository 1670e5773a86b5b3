package io.github.devserver4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.spring.task.TaskApplication.Queries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What {@code spring.reactor.context-propagation=auto} carries is recorded, and once. */
@Timeout(60)
class ReactiveResultsTest {

    @BeforeEach
    void propagate() {
        Hooks.enableAutomaticContextPropagation();
    }

    @AfterEach
    void stop() {
        Hooks.disableAutomaticContextPropagation();
    }

    @Test
    void aReactiveResultKeepsItsRequest() throws Exception {
        Finished finished = new Finished();
        try (ConfigurableApplicationContext application =
                TaskRequestsTest.started(Reactive.class, Finished.devServer(finished, false))) {
            for (int number = 1; number < 20; number++) {
                String target = "/mono/" + number;
                assertThat(TaskRequestsTest.status(application, target)).isEqualTo(200);
                assertThat(finished.next(target)).containsExactly(number + " request", number + " task");
            }
        }
    }

    @Configuration
    @Import({PlainApplicationTest.Plain.class, MonoController.class})
    static class Reactive {}

    @RestController
    static class MonoController {
        private final Queries queries;

        MonoController(Queries queries) {
            this.queries = queries;
        }

        @GetMapping("/mono/{number}")
        Mono<String> mono(@PathVariable("number") int number) {
            queries.ask(number, "request");
            return Mono.fromCallable(() -> queries.ask(number, "task")).subscribeOn(Schedulers.boundedElastic());
        }
    }
}
