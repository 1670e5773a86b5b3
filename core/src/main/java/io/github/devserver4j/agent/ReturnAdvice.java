package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Inlined into a method whose caller gets what the hook makes of its result; what it throws is suppressed. */
final class ReturnAdvice {

    private ReturnAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.This(optional = true) @Nullable Object self,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object made) {
        made = Bridge.libraries().at(library, place, self, made);
    }
}
