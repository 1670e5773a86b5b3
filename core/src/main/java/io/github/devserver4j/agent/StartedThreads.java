package io.github.devserver4j.agent;

import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a thread that a request starts work for it until it ends: each virtual one, and those that the application's own code
 * starts. What libraries start are workers, which serve others when the request is over. Thread-safe.
 */
final class StartedThreads {

    /** Start a thread for each task. */
    private static final List<String> THREAD_PER_TASK = List.of(
            "java.util.concurrent.ThreadPerTaskExecutor",
            "java.util.concurrent.CompletableFuture$ThreadPerTaskExecutor",
            "org.springframework.core.task.SimpleAsyncTaskExecutor");

    private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final CurrentTrace currentTrace;
    private final CallSites callSites;

    StartedThreads(CurrentTrace currentTrace, CallSites callSites) {
        this.currentTrace = currentTrace;
        this.callSites = callSites;
    }

    void starting(Thread thread) {
        if (thread.getClass().getName().equals("java.lang.VirtualThread") || isTasks(starter())) {
            currentTrace.passTo(thread);
        }
    }

    private boolean isTasks(@Nullable Class<?> starter) {
        return starter != null && (THREAD_PER_TASK.contains(starter.getName()) || callSites.isApplications(starter));
    }

    private static @Nullable Class<?> starter() {
        return WALKER.walk(frames -> frames.<Class<?>>map(StackFrame::getDeclaringClass)
                .filter(type -> !isBetween(type.getName()))
                .findFirst()
                .orElse(null));
    }

    private static boolean isBetween(String className) {
        return className.startsWith("java.lang.") || className.startsWith("io.github.devserver4j.agent.");
    }
}
