package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TaskRequestsTest {

    private final TaskRequests requests = new TaskRequests();
    private final TraceRecorder first = recorder();
    private final TraceRecorder second = recorder();

    private static TraceRecorder recorder() {
        CurrentTrace currentTrace = CurrentTrace.create();
        RecordedRequest.open(currentTrace);
        return Objects.requireNonNull(currentTrace.request());
    }

    /** Equal to all others. */
    private record Task() {}

    @Test
    void aTaskBelongsToTheRequestThatWasFirst() {
        Task task = new Task();
        assertThat(requests.get(task)).isNull();
        assertThat(requests.remove(task)).isNull();
        assertThat(requests.add(task, first)).isTrue();
        assertThat(requests.add(task, first)).isTrue();
        assertThat(requests.add(task, second)).isFalse();
        assertThat(requests.get(task)).isSameAs(first);
        assertThat(requests.remove(task)).isSameAs(first);
        assertThat(requests.get(task)).isNull();
        assertThat(requests.size()).isZero();
    }

    @Test
    void aRequestThatIsOverHasNone() {
        Task task = new Task();
        requests.add(task, first);
        first.finish(200, 0);
        assertThat(requests.add(task, second)).isTrue();
        assertThat(requests.get(task)).isSameAs(second);
    }

    @Test
    void aTaskThatIsRunAgainBelongsToTheLast() {
        Task task = new Task();
        requests.put(task, first);
        requests.put(task, second);
        assertThat(requests.get(task)).isSameAs(second);
        assertThat(requests.size()).isOne();
    }

    @Test
    void tasksAreToldByTheirIdentity() {
        Task one = new Task();
        Task other = new Task();
        assertThat(one).isEqualTo(other);
        requests.add(one, first);
        assertThat(requests.add(other, second)).isTrue();
        assertThat(requests.get(one)).isSameAs(first);
        assertThat(requests.get(other)).isSameAs(second);
        assertThat(requests.size()).isEqualTo(2);
    }

    @Test
    void tasksThatAreGoneAreForgotten() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            requests.add(new Object(), first);
        }
        while (requests.size() > 0) {
            System.gc();
            Thread.sleep(10); // the JVM tells of what it has collected by a thread of its own
        }
        assertThat(requests.size()).isZero();
    }

    @Test
    void ofSeveralThreadsOneIsFirst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            for (int round = 0; round < 200; round++) {
                Task task = new Task();
                List<Future<Boolean>> added = new ArrayList<>();
                for (TraceRecorder request : List.of(first, second)) {
                    Callable<Boolean> adding = () -> {
                        together.await();
                        return requests.add(task, request);
                    };
                    added.add(threads.submit(adding));
                }
                boolean firstWon = added.get(0).get();
                assertThat(added.get(1).get()).isNotEqualTo(firstWon);
                assertThat(requests.remove(task)).isSameAs(firstWon ? first : second);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
