package io.github.devserver4j.agent;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into a constructor that gets what the hook makes of its first argument. Nothing can be suppressed before a
 * superclass was constructed, so the hook has to throw nothing.
 */
final class ConstructorArgumentAdvice {

    private ConstructorArgumentAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
            @Hook Function<@Nullable Object[], @Nullable Object> hook,
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object given) {
        given = hook.apply(new Object[] {library, place, null, given});
    }
}
