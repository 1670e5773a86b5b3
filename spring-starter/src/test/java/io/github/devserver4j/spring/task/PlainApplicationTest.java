package io.github.devserver4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.spring.task.TaskApplication.Queries;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Applications that have the executor that Boot gives, or configure one for methods alone. */
@Timeout(60)
class PlainApplicationTest {

    @Test
    void bootsExecutorKeepsRequestsAlsoIfItIsMadeLate() throws Exception {
        Finished finished = new Finished();
        try (ConfigurableApplicationContext application = TaskRequestsTest.started(
                Plain.class, Finished.devServer(finished, false), "spring.main.lazy-initialization=true")) {
            ask(application, finished, "/async/1");
            ask(application, finished, "/callable/2");
            ask(application, finished, "/streaming/3");
            ask(application, finished, "/execute/applicationTaskExecutor/4");
        }
    }

    @Test
    void microMetersContextIsCarriedAsWell() throws Exception {
        Finished finished = new Finished();
        try (ConfigurableApplicationContext application =
                TaskRequestsTest.started(Propagating.class, Finished.devServer(finished, false))) {
            ask(application, finished, "/async/5");
            ask(application, finished, "/execute/applicationTaskExecutor/6");
        }
    }

    @Test
    void whatAnAsyncConfigurerGivesKeepsRequests() throws Exception {
        Finished finished = new Finished();
        try (ConfigurableApplicationContext application =
                TaskRequestsTest.started(Configured.class, Finished.devServer(finished, false))) {
            ask(application, finished, "/async/7");
            assertThat(Configured.GIVEN).hasValue(1);
        }
    }

    @Test
    void aScheduledMethodIsNamedInTheBackground() throws Exception {
        Finished finished = new Finished();
        try (ConfigurableApplicationContext application =
                TaskRequestsTest.started(Scheduling.class, Finished.devServer(finished, true))) {
            assertThat(finished.next("PlainApplicationTest.Jobs#tick")).containsExactly("8 tick");
            assertThat(finished.next("PlainApplicationTest.Jobs#tick")).containsExactly("8 tick");
            assertThat(finished.next("PlainApplicationTest.Jobs#atNight")).containsExactly("9 night");
            ask(application, finished, "/async/10");
        }
    }

    private static void ask(ConfigurableApplicationContext application, Finished finished, String target)
            throws Exception {
        assertThat(TaskRequestsTest.status(application, target)).isEqualTo(200);
        String number = target.substring(target.lastIndexOf('/') + 1);
        assertThat(finished.next(target)).containsExactly(number + " request", number + " task");
        assertThat(finished.left(target)).isZero();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @EnableAsync
    @Import({TaskController.class, Queries.class})
    static class Plain {

        @Bean
        DataSource dataSource() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:plain;DB_CLOSE_DELAY=-1");
            return database;
        }
    }

    @Configuration
    @Import(Plain.class)
    static class Propagating {

        @Bean
        TaskDecorator propagating() {
            return new ContextPropagatingTaskDecorator();
        }
    }

    @Configuration
    @Import(Plain.class)
    static class Configured implements AsyncConfigurer {

        static final AtomicInteger GIVEN = new AtomicInteger();

        @Override
        public Executor getAsyncExecutor() {
            GIVEN.incrementAndGet();
            ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
            executor.setDaemon(true);
            executor.initialize();
            return executor;
        }
    }

    @Configuration
    @EnableScheduling
    @Import({Plain.class, Jobs.class})
    static class Scheduling {}

    static class Jobs {
        private final Queries queries;

        Jobs(Queries queries) {
            this.queries = queries;
        }

        @Scheduled(fixedRate = 50)
        void tick() {
            queries.ask(8, "tick");
        }

        @Scheduled(cron = "* * * * * *")
        public void atNight() {
            queries.ask(9, "night");
        }
    }
}
