package io.github.devserver4j.agent;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Inlined into a method whose caller gets what the hook makes of its result; what it throws is suppressed. */
final class ReturnAdvice {

    private ReturnAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Hook Function<@Nullable Object[], @Nullable Object> hook,
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.This(optional = true) @Nullable Object self,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object made) {
        made = hook.apply(new Object[] {library, place, self, made});
    }
}
