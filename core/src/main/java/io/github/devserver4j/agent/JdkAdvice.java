package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** What is inlined into classes of the JDK; what it throws is suppressed. */
final class JdkAdvice {

    private JdkAdvice() {}

    /** Into {@code ThreadPoolExecutor.execute(Runnable)}. */
    static final class Given {
        private Given() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(
                @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object task) {
            task = Bridge.tasks().given(task);
        }
    }

    /** Into methods whose first argument is a task. */
    static final class Remembered {
        private Remembered() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.Argument(0) @Nullable Object task) {
            Bridge.tasks().remember(task);
        }
    }

    /** Into methods whose second argument is a task. */
    static final class SecondRemembered {
        private SecondRemembered() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.Argument(1) @Nullable Object task) {
            Bridge.tasks().remember(task);
        }
    }

    /** Into {@code ForkJoinTask.fork()}. */
    static final class Forked {
        private Forked() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.This Object task) {
            Bridge.tasks().remember(task);
        }
    }

    /** Into the constructor of a stage of {@code CompletableFuture}. */
    static final class Constructed {
        private Constructed() {}

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.This Object stage) {
            Bridge.tasks().remember(stage);
        }
    }

    /** Into {@code ThreadPoolExecutor.getTask()}, which a worker calls when it has run a task, for the next one. */
    static final class Taken {
        private Taken() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter() {
            Bridge.tasks().over();
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        static void exit(@Advice.Return @Nullable Object task) {
            Bridge.tasks().running(task);
        }
    }

    /** Into {@code ThreadPoolExecutor.Worker.run()}, which begins with a task of its own. */
    static final class Work {
        private Work() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.FieldValue("firstTask") @Nullable Runnable task) {
            Bridge.tasks().running(task);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        static void exit() {
            Bridge.tasks().over();
        }
    }

    /** Into methods that run the task they are called on. */
    static final class Run {
        private Run() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static @Nullable Object enter(@Advice.This Object task) {
            return Bridge.tasks().entered(task);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        static void exit(@Advice.Enter @Nullable Object entered) {
            Bridge.tasks().left(entered);
        }
    }

    /** Into {@code Thread.start}. */
    static final class Started {
        private Started() {}

        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.This Object thread) {
            Bridge.tasks().starting((Thread) thread);
        }
    }

    /** Into what a thread calls last. */
    static final class Ended {
        private Ended() {}

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        static void exit() {
            Bridge.tasks().ended();
        }
    }
}
