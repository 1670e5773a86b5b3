package io.github.devserver4j.spring.task;

import java.lang.StackWalker.StackFrame;
import java.util.concurrent.RunnableScheduledFuture;

/**
 * Tells a task that is run again and again from one that is run once. What a trigger schedules is, each time, a task to
 * be run once, so the stack has to tell.
 */
final class PeriodicTask {

    private static final StackWalker STACK = StackWalker.getInstance();

    /** Between a scheduler's method and the decorator: the pool's own frames. */
    private static final int DEPTH = 16;

    private static final String TRIGGERED = "org.springframework.scheduling.concurrent.ReschedulingRunnable";
    private static final String SCHEDULERS = "org.springframework.scheduling.concurrent.";

    private PeriodicTask() {}

    /** Whether the task that the current thread gives to an executor is a periodic one. */
    static boolean isGivenAs(Runnable task) {
        if (task instanceof RunnableScheduledFuture<?> future && future.isPeriodic()) {
            return true;
        }
        return STACK.walk(frames -> frames.limit(DEPTH).anyMatch(PeriodicTask::schedulesAgain));
    }

    private static boolean schedulesAgain(StackFrame frame) {
        String method = frame.getMethodName();
        if (method.equals("schedule")) {
            return frame.getClassName().equals(TRIGGERED);
        }
        return (method.equals("scheduleAtFixedRate") || method.equals("scheduleWithFixedDelay"))
                && frame.getClassName().startsWith(SCHEDULERS);
    }
}
