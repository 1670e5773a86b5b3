/**
 * The part of the agent that is loaded beside an application's own Caffeine.
 *
 * <p>Depends on {@code cache.caffeine}.
 */
@NullMarked
package io.github.devserver4j.agent.caffeine;

import org.jspecify.annotations.NullMarked;
