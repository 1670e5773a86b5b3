package io.github.devserver4j.agent;

import java.util.function.BiConsumer;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into a method that the hook is asked before, with the method's name and arguments, and whose result or exception is told
 * to what it answered; what either throws is suppressed.
 */
final class AroundAdvice {

    private AroundAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
            @Hook Function<@Nullable Object[], @Nullable Object> hook,
            @Library String library,
            @Advice.Origin Class<?> place,
            @Advice.Origin("#m") String method,
            @Advice.This Object self,
            @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) Object arguments) {
        return hook.apply(new Object[] {library, place, self, new Object[] {method, arguments}});
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what is inlined has no signatures
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object ending,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        if (ending instanceof BiConsumer told) {
            told.accept(result, thrown);
        }
    }
}
