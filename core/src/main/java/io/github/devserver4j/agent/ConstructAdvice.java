package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;

/** Inlined into a constructor after which the hook changes the new object; what it throws is suppressed. */
final class ConstructAdvice {

    private ConstructAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Library String library, @Advice.Origin Class<?> place, @Advice.This Object self) {
        Bridge.libraries().at(library, place, self, self);
    }
}
