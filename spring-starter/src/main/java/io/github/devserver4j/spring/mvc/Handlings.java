package io.github.devserver4j.spring.mvc;

import io.github.devserver4j.trace.TraceRecorder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handlers at work for one request: a forward or include has one within another. Thread-safe. */
final class Handlings {

    private final Deque<Handling> stack = new ArrayDeque<>();

    static Handlings of(TraceRecorder recorder) {
        return recorder.attachment(Handlings.class, Handlings::new);
    }

    /** Goes on with the innermost if it has been suspended, or begins another. */
    synchronized void enter(Object handler, Supplier<Handling> begun) {
        Handling innermost = stack.peek();
        if (innermost == null || !innermost.resumes(handler)) {
            stack.push(begun.get());
        }
    }

    synchronized @Nullable Handling innermost() {
        return stack.peek();
    }

    synchronized @Nullable Handling leave() {
        return stack.poll();
    }
}
