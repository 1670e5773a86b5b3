package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;

import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** Instruments Caffeine's builder, the only way to a cache. */
final class CaffeineInstrumentation implements InstrumentedLibrary {

    @Override
    public AgentBuilder addTo(AgentBuilder agent) {
        return agent.type(named("com.github.benmanes.caffeine.cache.Caffeine"))
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(BuildCacheAdvice.class)
                        .on(named("build").or(named("buildAsync")).and(isPublic()))));
    }
}
