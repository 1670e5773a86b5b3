package io.github.devserver4j.agent;

import java.util.Map;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into a method in whose place the hook may act: it gets the method's name with its descriptor, and the arguments. If it
 * answers an entry, that is how the method ends: the result, or what is thrown as the value; else the method runs.
 */
final class InsteadAdvice {

    private InsteadAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
    static @Nullable Object enter(
            @Hook Function<@Nullable Object[], @Nullable Object> hook,
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.Origin("#m#d") String method,
            @Advice.This Object self,
            @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) Object arguments) {
        Object end = hook.apply(new Object[] {library, place, self, new Object[] {method, arguments}});
        return end instanceof Map.Entry ? end : null;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object end,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
            @Advice.Thrown(readOnly = false) @Nullable Throwable thrown) {
        if (end != null) {
            thrown = (Throwable) ((Map.Entry<?, ?>) end).getValue();
            if (thrown == null) {
                result = ((Map.Entry<?, ?>) end).getKey();
            }
        }
    }
}
