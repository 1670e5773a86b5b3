package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.ChildJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Requests on virtual threads, which the second JDK has. */
@Timeout(120)
final class VirtualThreadsIT {

    @Test
    @EnabledIfEnvironmentVariable(named = ChildJvm.SECOND_JDK_HOME, matches = ".+", disabledReason = ChildJvm.SKIPPED)
    void aVirtualThreadKeepsTheRequestOfItsTask() throws Exception {
        ChildJvm.Output output = ChildJvm.onSecondJdk().run(Main.class);
        assertThat(output.err()).isEmpty();
        assertThat(output.out().strip()).isEqualTo("1000 of 1000 tasks, 1 stage, closed: true");
    }

    /** Compiled for a JDK without virtual threads, so their executor is asked for by name. */
    static final class Main {
        public static void main(String[] arguments) throws Exception {
            CurrentTrace current = CurrentTrace.create();
            TraceRecorder request = Tracer.create(current, TraceSettings.defaults(), new RecordingSink())
                    .start(new RequestLine("GET", "/", "HTTP/1.1"));
            ExecutorService raw = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            ExecutorService executor = current.wrap(raw);
            List<Future<@Nullable TraceRecorder>> seen = new ArrayList<>();
            int stages;
            try (Scope scope = current.open(request)) {
                for (int i = 0; i < 1_000; i++) {
                    seen.add(executor.submit(current::get));
                }
                stages = CompletableFuture.supplyAsync(() -> 1, executor)
                        .thenApplyAsync(one -> current.get() == request ? one : 0, executor)
                        .join();
            }
            int kept = 0;
            for (Future<@Nullable TraceRecorder> future : seen) {
                kept += future.get() == request ? 1 : 0;
            }
            ((AutoCloseable) executor).close(); // an ExecutorService is closeable from JDK 19 on
            System.out.println(
                    kept + " of " + seen.size() + " tasks, " + stages + " stage, closed: " + raw.isTerminated());
        }
    }
}
