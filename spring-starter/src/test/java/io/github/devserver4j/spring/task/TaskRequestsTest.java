package io.github.devserver4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** What a request's tasks ask is on its block, on a real server. */
@Timeout(60)
class TaskRequestsTest {

    private static final Finished FINISHED = new Finished();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = started(FINISHED);
    }

    static ConfigurableApplicationContext started(Finished finished, String... properties) {
        return started(TaskApplication.class, Finished.devServer(finished, false), properties);
    }

    static ConfigurableApplicationContext started(Class<?> application, DevServer devServer, String... properties) {
        return new SpringApplicationBuilder(application)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(DevServer.class, () -> devServer))
                .properties("server.port=0", "devserver.enabled=true", "spring.jpa.open-in-view=false")
                .properties(properties)
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    static int status(ConfigurableApplicationContext application, String target) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/async/1",
                "/qualified/2",
                "/callable/3",
                "/web-async/4",
                "/deferred/5",
                "/streaming/6",
                "/emitter/7",
                "/sse/8",
                "/execute/poolTask/9",
                "/execute/simple/10",
                "/execute/concurrent/11",
                "/execute/own/12",
                "/execute/pool/13",
                "/execute/rawPool/14",
                "/execute/single/15",
                "/execute/forkJoin/16",
                "/execute/scheduledPool/17",
                "/execute/poolScheduler/18",
                "/execute/simpleScheduler/19",
                "/submit/poolTask/20",
                "/submit/simple/21",
                "/submit/concurrent/22",
                "/submit/own/23",
                "/submit/pool/24",
                "/submit/rawPool/25",
                "/submit/single/26",
                "/submit/forkJoin/27",
                "/submit/scheduledPool/28",
                "/submit/poolScheduler/29",
                "/submit/simpleScheduler/30",
                "/once/poolScheduler/31",
                "/once/simpleScheduler/32",
                "/once/concurrentScheduler/33",
                "/execute/concurrentScheduler/34"
            })
    void whatATaskAsksIsOnItsRequest(String target) throws Exception {
        assertThat(status(application, target)).isEqualTo(200);
        String number = target.substring(target.lastIndexOf('/') + 1);
        assertThat(FINISHED.next(target)).containsExactly(number + " request", number + " task");
        assertThat(FINISHED.left(target)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/again/rate/poolScheduler/41",
                "/again/delay/poolScheduler/42",
                "/again/trigger/poolScheduler/43",
                "/again/rate/simpleScheduler/44",
                "/again/delay/simpleScheduler/45",
                "/again/trigger/simpleScheduler/46",
                "/again/rate/concurrentScheduler/47",
                "/again/delay/concurrentScheduler/48",
                "/again/trigger/concurrentScheduler/49"
            })
    void whatIsRunAgainAndAgainIsOnNoRequest(String target) throws Exception {
        assertThat(status(application, target)).isEqualTo(200);
        String number = target.substring(target.lastIndexOf('/') + 1);
        assertThat(FINISHED.next(target)).containsExactly(number + " request");
    }

    @Test
    void whatATaskAsksAfterTheAnswerIsOnNoRequest() throws Exception {
        assertThat(status(application, "/late/50")).isEqualTo(503);
        assertThat(FINISHED.next("/late/50")).containsExactly("50 request");
        TaskController.LATE.complete(null);
        whatATaskAsksIsOnItsRequest("/callable/52");
        assertThat(FINISHED.left("/late/50")).isZero();
    }

    @Test
    void theApplicationsDecoratorDecorates() throws Exception {
        int before = TaskApplication.DECORATED.get();
        assertThat(status(application, "/execute/poolTask/51")).isEqualTo(200);
        assertThat(TaskApplication.DECORATED.get()).isEqualTo(before + 1);
    }

    @Test
    void beansStayOfTheirTypes() {
        assertThat(application.getBean("poolTask").getClass()).isSameAs(ThreadPoolTaskExecutor.class);
        assertThat(application.getBean("rawPool", ThreadPoolExecutor.class)).isNotNull();
        assertThat(application.getBean("pool", ExecutorService.class)).isNotNull();
        assertThat(application.getBean("forkJoin", Executor.class)).isInstanceOf(ExecutorService.class);
        assertThat(application.getBean(SimpleAsyncTaskScheduler.class).getConcurrencyLimit())
                .isEqualTo(100);
        Object scheduler = application.getBean("simpleScheduler");
        assertThat(application.getBean("simpleScheduler")).isEqualTo(scheduler).hasSameHashCodeAs(scheduler);
    }
}
