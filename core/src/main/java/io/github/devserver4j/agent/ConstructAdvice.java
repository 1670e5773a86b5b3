package io.github.devserver4j.agent;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into a constructor after which the hook changes the new object; what it throws is suppressed. */
final class ConstructAdvice {

    private ConstructAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Hook Function<@Nullable Object[], @Nullable Object> hook,
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.This Object self) {
        @Nullable Object unused = hook.apply(new Object[] {library, place, self, self});
    }
}
