package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.FakeTicker;
import io.github.devserver4j.testing.TestKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class CurrentTraceTest {

    private final CurrentTrace current = CurrentTrace.create(new OneByte());
    private final Tracer tracer =
            Tracer.create(current, new TraceSettings(new FakeTicker(), 10, CallSites.off()), new RecordingSink());
    private final TraceRecorder outer = start();
    private final TraceRecorder inner = start();

    @Test
    void outsideOfARequestThereIsNone() {
        assertThat(current.get()).isNull();
    }

    @Test
    void scopesNest() {
        try (Scope first = current.open(outer)) {
            assertThat(current.get()).isSameAs(outer);
            try (Scope second = current.open(inner)) {
                assertThat(current.get()).isSameAs(inner);
            }
            assertThat(current.get()).isSameAs(outer);
        }
        assertThat(current.get()).isNull();
    }

    @Test
    void ofDetailsTheInnermostAloneIsSaid() {
        try (Scope loose = current.duringDetail("loads Owner")) {
            assertThat(current.activity()).isNull();
        }
        try (Scope request = current.open(outer);
                Scope owner = current.duringDetail("loads Owner")) {
            assertThat(current.activity()).isEqualTo("loads Owner");
            try (Scope view = current.during("while the view renders");
                    Scope pets = current.duringDetail("loads Owner.pets")) {
                assertThat(current.activity()).isEqualTo("loads Owner.pets, while the view renders");
            }
            assertThat(current.activity()).isEqualTo("loads Owner");
        }
    }

    @Test
    void openingTheSameAgainMeasuresOnce() {
        try (Scope first = current.open(outer)) {
            try (Scope second = current.open(outer)) {
                assertThat(current.get()).isSameAs(outer);
            }
            assertThat(current.get()).isSameAs(outer);
        }
        assertThat(current.get()).isNull();
        assertThat(outer.snapshot().allocatedBytes()).isEqualTo(1);
    }

    @Test
    void scopesClosedInAWrongOrderLeaveNothingBehind() {
        Scope first = current.open(outer);
        Scope second = current.open(inner);
        first.close();
        assertThat(current.get()).isSameAs(inner);
        second.close();
        assertThat(current.get()).isNull();
    }

    @Test
    void whatIsDoneWithinACallIsKnownOnItsThreadUntilItIsOver() {
        try (Scope scope = current.open(outer)) {
            try (Scope call = current.within(TestKind.TEST)) {
                assertThat(current.isWithin(TestKind.TEST)).isTrue();
                assertThat(current.get()).isSameAs(outer);
                try (Scope application = current.within(null)) {
                    assertThat(current.isWithin(TestKind.TEST)).isFalse();
                }
                assertThat(current.isWithin(TestKind.TEST)).isTrue();
            }
            assertThat(current.isWithin(TestKind.TEST)).isFalse();
        }
    }

    @Test
    void aThreadWithoutARequestMayBeWithinACall() {
        try (Scope call = current.within(TestKind.TEST)) {
            assertThat(current.isWithin(TestKind.TEST)).isTrue();
            assertThat(current.get()).isNull();
        }
        assertThat(current.isWithin(TestKind.TEST)).isFalse();
        assertThat(current.isOpenAnywhere()).isFalse();
    }

    @Test
    void closingTwiceHasNoEffect() {
        Scope first = current.open(outer);
        first.close();
        try (Scope second = current.open(inner)) {
            first.close();
            assertThat(current.get()).isSameAs(inner);
        }
        assertThat(outer.snapshot().allocatedBytes()).isEqualTo(1);
    }

    @Test
    void anotherThreadWorksForNobodyUntilItOpensTheRequest() throws Exception {
        try (Scope scope = current.open(outer)) {
            CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> {
                assertThat(current.get()).isNull();
                try (Scope again = current.open(outer)) {
                    assertThat(current.get()).isSameAs(outer);
                }
                assertThat(current.get()).isNull();
            });
            elsewhere.get(10, TimeUnit.SECONDS);
        }
        assertThat(outer.snapshot().allocatedBytes()).isEqualTo(2);
    }

    @Test
    void aFaultyMeterHarmsNobody() {
        CurrentTrace faulty = CurrentTrace.create(new Faulty(), new OneByte());
        try (Scope scope = faulty.open(outer)) {
            assertThat(faulty.get()).isSameAs(outer);
        }
        assertThat(faulty.get()).isNull();
        assertThat(outer.snapshot().allocatedBytes()).isEqualTo(1);
    }

    private TraceRecorder start() {
        return tracer.start(new RequestLine("GET", "/", "HTTP/1.1"));
    }

    private static final class OneByte implements ScopeMeter {
        @Override
        public long begin() {
            return 1;
        }

        @Override
        public void end(TraceRecorder recorder, long begin) {
            recorder.addAllocatedBytes(begin);
        }
    }

    private static final class Faulty implements ScopeMeter {
        @Override
        public long begin() {
            throw new IllegalStateException("faulty");
        }

        @Override
        public void end(TraceRecorder recorder, long begin) {
            throw new IllegalStateException("faulty");
        }
    }
}
