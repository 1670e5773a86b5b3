package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;

/** Inlined into a method before which the hook changes the object it is called on; what it throws is suppressed. */
final class EnterAdvice {

    private EnterAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Library String library, @Advice.Origin Class<?> place, @Advice.This Object self) {
        Bridge.libraries().at(library, place, self, self);
    }
}
