package io.github.devserver4j.agent;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Inlined into {@code DataSource.getConnection} and {@code Driver.connect}; what it throws is suppressed. */
final class OpenConnectionAdvice {

    private OpenConnectionAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Hook Function<@Nullable Object, @Nullable Object> hook) {
        return hook.apply(null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
            @Hook Function<@Nullable Object, @Nullable Object> hook,
            @Advice.This Object opener,
            @Advice.Enter @Nullable Object opening,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object connection,
            @Advice.Thrown @Nullable Throwable thrown) {
        connection = hook.apply(new Object[] {opener, opening, connection, thrown});
    }
}
