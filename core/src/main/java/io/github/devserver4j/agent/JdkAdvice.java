package io.github.devserver4j.agent;

import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** What is inlined into classes of the JDK, each asking one hook of {@link TracedTasks}; what it throws is suppressed. */
final class JdkAdvice {

    private JdkAdvice() {}

    /** Into {@code ThreadPoolExecutor.execute(Runnable)}. */
    static final class Given {
        private Given() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(
                @Hook Function<@Nullable Object, @Nullable Object> given,
                @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object task) {
            task = given.apply(task);
        }
    }

    /** Into {@code ThreadPoolExecutor.remove(Runnable)}. */
    static final class Removed {
        private Removed() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(
                @Hook BiPredicate<@Nullable Object, @Nullable Object> removed,
                @Advice.This Object pool,
                @Advice.Argument(0) @Nullable Object task,
                @Advice.Return(readOnly = false) boolean found) {
            found = found || removed.test(pool, task);
        }
    }

    /** Into methods whose first argument is a task. */
    static final class FirstRemembered {
        private FirstRemembered() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Hook Consumer<@Nullable Object> remember, @Advice.Argument(0) @Nullable Object task) {
            remember.accept(task);
        }
    }

    /** Into methods whose second argument is a task. */
    static final class SecondRemembered {
        private SecondRemembered() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Hook Consumer<@Nullable Object> remember, @Advice.Argument(1) @Nullable Object task) {
            remember.accept(task);
        }
    }

    /** Into methods of a task that give it away, and into those of a thread that start it. */
    static final class ThisEntered {
        private ThisEntered() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Hook Consumer<@Nullable Object> hook, @Advice.This Object self) {
            hook.accept(self);
        }
    }

    /** Into the constructor of a task. */
    static final class ThisConstructed {
        private ThisConstructed() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Hook Consumer<@Nullable Object> remember, @Advice.This Object task) {
            remember.accept(task);
        }
    }

    /** Into {@code ThreadPoolExecutor.getTask()}, which a worker calls when it has run a task, for the next one. */
    static final class Taken {
        private Taken() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Hook Consumer<@Nullable Object> running) {
            running.accept(null);
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Hook Consumer<@Nullable Object> running, @Advice.Return @Nullable Object task) {
            running.accept(task);
        }
    }

    /** Into {@code ThreadPoolExecutor.Worker.run()}, which begins with a task of its own. */
    static final class Work {
        private Work() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(
                @Hook Consumer<@Nullable Object> running, @Advice.FieldValue("firstTask") @Nullable Runnable task) {
            running.accept(task);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        static void exit(@Hook Consumer<@Nullable Object> running) {
            running.accept(null);
        }
    }

    /** Into methods that run the task they are called on. */
    static final class Run {
        private Run() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static @Nullable Object enter(
                @Hook Function<@Nullable Object, @Nullable Object> entered, @Advice.This Object task) {
            return entered.apply(task);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        static void exit(@Advice.Enter @Nullable Object leaving) {
            if (leaving != null) {
                ((Runnable) leaving).run();
            }
        }
    }

    /** Into what a thread calls last. */
    static final class Ended {
        private Ended() {}

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        static void exit(@Hook Runnable ended) {
            ended.run();
        }
    }
}
