package io.github.devserver4j.agent;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into a method before which the hook changes the object it is called on; what it throws is suppressed. */
final class EnterAdvice {

    private EnterAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Hook Function<@Nullable Object[], @Nullable Object> hook,
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.This Object self) {
        @Nullable Object unused = hook.apply(new Object[] {library, place, self, self});
    }
}
