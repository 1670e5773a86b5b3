package io.github.devserver4j.spring.mvc;

import io.github.devserver4j.step.Step;
import io.github.devserver4j.step.StepKind;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One handler at work, from its beginning until its answer is rendered. Used by the threads of its request one after the
 * other.
 */
final class Handling {

    /** A body that took less is not worth a word. */
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final TraceRecorder recorder;
    private final Object handler;
    private final Step step;
    private @Nullable Step view;
    private @Nullable Scope rendering;
    private long bodyNanos = -1;
    private boolean suspended;

    Handling(TraceRecorder recorder, Object handler, String name) {
        this.recorder = recorder;
        this.handler = handler;
        this.step = Step.begin(recorder, StepKind.HANDLER, name);
    }

    /** The handler has started asynchronous work; a later dispatch goes on with its result. */
    void suspend() {
        endRendering();
        suspended = true;
    }

    /** Whether this dispatch goes on with what {@link #suspend} left; it does so from now on then. */
    boolean resumes(Object dispatched) {
        boolean resumed = suspended && handler.equals(dispatched);
        suspended &= !resumed;
        return resumed;
    }

    /** The handler has returned, and a view renders what it returned. */
    void beginView(String name, CurrentTrace currentTrace) {
        endHandler(null, null);
        view = Step.begin(recorder, StepKind.VIEW, name);
        rendering = currentTrace.during("while the view renders");
    }

    /** The handler has returned, and what it returned is written as it is. */
    void beginBody(CurrentTrace currentTrace) {
        if (rendering == null) {
            bodyNanos = recorder.now();
            rendering = currentTrace.during("while the body is written");
        }
    }

    /** The handler has returned; a body has been written by now. */
    void endHandler(@Nullable String resolved, @Nullable Throwable thrown) {
        endRendering();
        String outcome = resolved;
        if (bodyNanos >= 0 && outcome == null) {
            long nanos = recorder.now() - bodyNanos;
            outcome = nanos < SHORT_NANOS ? null : "body written in " + TimeUnit.NANOSECONDS.toMillis(nanos) + "ms";
        }
        step.end(outcome, thrown);
    }

    /** The answer is rendered, or given up. */
    void end(@Nullable String resolved, @Nullable Throwable thrown) {
        endRendering();
        Step rendered = view;
        if (rendered != null) {
            rendered.end(null, thrown);
        } else {
            endHandler(resolved, thrown);
        }
    }

    private void endRendering() {
        Scope open = rendering;
        if (open != null) {
            open.close();
            rendering = null;
        }
    }
}
