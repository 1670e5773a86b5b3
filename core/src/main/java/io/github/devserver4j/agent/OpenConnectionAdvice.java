package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Inlined into {@code DataSource.getConnection} and {@code Driver.connect}; what it throws is suppressed. */
final class OpenConnectionAdvice {

    private OpenConnectionAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter() {
        return Bridge.connections().opening();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
            @Advice.This Object opener,
            @Advice.Enter @Nullable Object opening,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object connection,
            @Advice.Thrown @Nullable Throwable thrown) {
        connection = Bridge.connections().opened(opener, opening, connection, thrown);
    }
}
