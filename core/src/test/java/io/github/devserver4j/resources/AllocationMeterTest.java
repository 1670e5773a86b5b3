package io.github.devserver4j.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AllocationMeterTest {

    @Test
    void whatAThreadAllocatesInAScopeIsTheRequests() {
        List<Trace> traces = new ArrayList<>();
        TraceListener listener = traces::add;
        CurrentTrace current = CurrentTrace.create(AllocationMeter.create());
        try (TraceDispatcher dispatcher = TraceDispatcher.start(List.of(listener))) {
            TraceRecorder recorder = Tracer.create(current, TraceSettings.defaults(), dispatcher)
                    .start(new RequestLine("GET", "/", "HTTP/1.1"));
            byte[] before = new byte[5_000_000];
            byte[] inside;
            try (Scope scope = current.open(recorder)) {
                inside = new byte[1_000_000];
            }
            recorder.finish(200, before.length + inside.length);
        }
        assertThat(traces).hasSize(1);
        assertThat(traces.get(0).allocatedBytes()).isBetween(1_000_000L, 1_200_000L);
    }
}
