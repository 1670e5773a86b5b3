package io.github.devserver4j.spring.task;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.concurrent.RunnableScheduledFuture;

/**
 * Tells a task that is run again and again from one that is run once. What a decorator gets does not always say, so the
 * stack has to.
 */
final class PeriodicTask {

    /** Later JDKs do not tell a method's descriptor without the class. */
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    /** Between a scheduler's method and the decorator: the pool's own frames. */
    private static final int DEPTH = 16;

    private static final String TRIGGER = "Lorg/springframework/scheduling/Trigger;";
    private static final String SCHEDULERS = "org.springframework.scheduling.concurrent.";

    private PeriodicTask() {}

    /** Whether the task that the current thread gives to an executor is a periodic one. */
    static boolean isGivenAs(Runnable task) {
        if (task instanceof RunnableScheduledFuture<?> future && future.isPeriodic()) {
            return true;
        }
        return STACK.walk(frames -> frames.limit(DEPTH).anyMatch(PeriodicTask::schedulesAgain));
    }

    /** What a trigger has scheduled it schedules again itself, where no request is. */
    private static boolean schedulesAgain(StackFrame frame) {
        if (!frame.getClassName().startsWith(SCHEDULERS)) {
            return false;
        }
        String method = frame.getMethodName();
        return method.equals("scheduleAtFixedRate")
                || method.equals("scheduleWithFixedDelay")
                || (method.equals("schedule") && frame.getDescriptor().contains(TRIGGER));
    }
}
