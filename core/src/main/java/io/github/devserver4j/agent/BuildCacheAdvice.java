package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Inlined into {@code Caffeine.build} and {@code buildAsync}; what it throws is suppressed. */
final class BuildCacheAdvice {

    private BuildCacheAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Advice.This Object builder,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object cache) {
        cache = Bridge.caches().built(builder, cache);
    }
}
