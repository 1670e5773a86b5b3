package io.github.devserver4j.agent;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** As {@link ReturnAdvice}; the hook gets the method's first argument in place of the object. */
final class ReturnForAdvice {

    private ReturnForAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Hook Function<@Nullable Object[], @Nullable Object> hook,
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.Argument(0) @Nullable Object argument,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object made) {
        made = hook.apply(new Object[] {library, place, argument, made});
    }
}
