package io.github.devserver4j.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Tag("clients")
@Timeout(20)
final class MicrometerContextTest {

    private final CurrentTrace current = CurrentTrace.create();
    private final MicrometerContext context = MicrometerContext.install(current);
    private final RecordedRequest request = RecordedRequest.open(current);
    private final TraceRecorder recorder = Objects.requireNonNull(current.get());

    @BeforeEach
    void propagate() {
        Hooks.enableAutomaticContextPropagation();
    }

    @AfterEach
    void stop() {
        Hooks.disableAutomaticContextPropagation();
        request.close();
        context.close();
    }

    @Test
    void aReactivePipelineKeepsItsRequestOnEveryScheduler() {
        List<TraceRecorder> seen = Flux.range(0, 4)
                .publishOn(Schedulers.parallel())
                .map(number -> Objects.requireNonNull(current.get()))
                .flatMap(first -> Mono.fromCallable(current::get).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(seen).hasSize(4).containsOnly(recorder);
        assertThat(onTheScheduler()).as("afterwards").isNull();
    }

    @Test
    void anExecutorOfMicrometersKeepsIt() throws Exception {
        ExecutorService raw = Executors.newSingleThreadExecutor();
        try {
            ExecutorService executor = ContextExecutorService.wrap(
                    raw, () -> ContextSnapshotFactory.builder().build().captureAll());
            assertThat(executor.submit(current::get).get()).isSameAs(recorder);
            assertThat(raw.submit(current::get).get()).isNull();
        } finally {
            raw.shutdownNow();
        }
    }

    @Test
    void theRequestsOwnThreadKeepsItAfterAPipelineHasRunOnIt() {
        Mono.fromCallable(current::get).block();
        assertThat(current.get()).isSameAs(recorder);
    }

    @Test
    void onceClosedNothingIsCarried() {
        context.close();
        assertThat(onTheScheduler()).isNull();
    }

    private @Nullable TraceRecorder onTheScheduler() {
        request.close();
        return Mono.fromCallable(() -> java.util.Optional.ofNullable(current.get()))
                .subscribeOn(Schedulers.parallel())
                .blockOptional()
                .orElseThrow()
                .orElse(null);
    }
}
