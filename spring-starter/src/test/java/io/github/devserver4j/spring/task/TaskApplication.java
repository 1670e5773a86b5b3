package io.github.devserver4j.spring.task;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** An application with executors and schedulers of every kind, each by the type that applications declare. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableAsync
@Import({TaskController.class, TaskApplication.Queries.class})
class TaskApplication {

    /** How often the application's own decorator was asked. */
    static final AtomicInteger DECORATED = new AtomicInteger();

    @Bean
    DataSource dataSource() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:tasks;DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(60);
        return pool;
    }

    @Bean
    ThreadPoolTaskExecutor poolTask() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(4);
        executor.setTaskDecorator(task -> {
            DECORATED.incrementAndGet();
            return task;
        });
        return executor;
    }

    @Bean
    TaskExecutor simple() {
        return new SimpleAsyncTaskExecutor("simple-");
    }

    @Bean
    AsyncTaskExecutor concurrent() {
        return new ConcurrentTaskExecutor(Executors.newFixedThreadPool(4));
    }

    /** Neither of Spring's classes nor an executor service. */
    @Bean
    AsyncTaskExecutor own() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        return threads::execute;
    }

    @Bean
    ExecutorService pool() {
        return Executors.newFixedThreadPool(4);
    }

    @Bean
    ThreadPoolExecutor rawPool() {
        return (ThreadPoolExecutor) Executors.newFixedThreadPool(4);
    }

    @Bean
    Executor single() {
        return Executors.newSingleThreadExecutor();
    }

    @Bean
    Executor forkJoin() {
        return new ForkJoinPool(4);
    }

    @Bean
    ScheduledExecutorService scheduledPool() {
        return Executors.newScheduledThreadPool(2);
    }

    @Bean
    ThreadPoolTaskScheduler poolScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(2);
        return scheduler;
    }

    @Bean
    ConcurrentTaskScheduler concurrentScheduler() {
        return new ConcurrentTaskScheduler(Executors.newSingleThreadScheduledExecutor());
    }

    @Bean
    SimpleAsyncTaskScheduler simpleScheduler() {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setConcurrencyLimit(100);
        return scheduler;
    }

    /** What asks the database, on whatever thread it is called. */
    static class Queries {
        private final org.springframework.jdbc.core.JdbcTemplate jdbc;

        Queries(DataSource dataSource) {
            this.jdbc = new org.springframework.jdbc.core.JdbcTemplate(dataSource);
        }

        public String ask(int number, String step) {
            return Objects.requireNonNull(jdbc.queryForObject(Finished.statement(number, step), String.class));
        }

        @Async
        public java.util.concurrent.CompletableFuture<String> askLater(int number) {
            return java.util.concurrent.CompletableFuture.completedFuture(
                    ask(number, "task") + Thread.currentThread().getName());
        }

        @Async("simple")
        public java.util.concurrent.CompletableFuture<String> askOnSimple(int number) {
            return askLater(number);
        }
    }
}
