package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.FakeTicker;
import org.junit.jupiter.api.Test;

/** What carries contexts sets a request and puts back what was there, in any nesting with scopes. */
final class CurrentTraceSetTest {

    private final CurrentTrace current = CurrentTrace.create();
    private final Tracer tracer =
            Tracer.create(current, new TraceSettings(new FakeTicker(), 10, CallSites.off()), new RecordingSink());
    private final TraceRecorder one = tracer.start(new RequestLine("GET", "/1", "HTTP/1.1"));
    private final TraceRecorder other = tracer.start(new RequestLine("GET", "/2", "HTTP/1.1"));

    @Test
    void aRequestIsSetOnAThreadWithoutOneAndTakenAway() {
        current.set(one);
        assertThat(current.get()).isSameAs(one);
        current.set(null);
        assertThat(current.get()).isNull();
    }

    @Test
    void anotherRequestIsSetWithinAScopeAndTheScopesOwnIsPutBack() {
        try (Scope scope = current.open(one)) {
            current.set(other);
            assertThat(current.get()).isSameAs(other);
            current.set(one);
            assertThat(current.get()).isSameAs(one);
        }
        assertThat(current.get()).isNull();
    }

    @Test
    void aScopesRequestIsHiddenAndPutBack() {
        try (Scope scope = current.open(one)) {
            current.set(null);
            assertThat(current.get()).isNull();
            current.set(one);
            assertThat(current.get()).isSameAs(one);
        }
        assertThat(current.get()).isNull();
    }

    @Test
    void settingWhatIsThereLeavesTheScopeInCharge() {
        try (Scope scope = current.open(one)) {
            current.set(one);
            current.set(one);
        }
        assertThat(current.get()).isNull();
    }

    @Test
    void aRequestThatIsOverLeavesNothingBehind() {
        try (Scope scope = current.open(one)) {
            one.finish(200, 0);
            TraceRecorder previous = current.request();
            current.set(other);
            current.set(previous);
            assertThat(current.get()).isNull();
        }
        assertThat(current.isOpenAnywhere()).isFalse();
    }

    @Test
    void whatWasSetAndNotPutBackEndsWithTheScopeBelow() {
        try (Scope scope = current.open(one)) {
            current.set(other);
            current.set(null);
            current.set(other);
        }
        assertThat(current.get()).isNull();
        assertThat(current.isOpenAnywhere()).isFalse();
    }

    @Test
    void whatWasSetIsReplaced() {
        current.set(one);
        current.set(other);
        current.set(one);
        assertThat(current.get()).isSameAs(one);
        current.set(null);
        assertThat(current.get()).isNull();
    }
}
