/**
 * The part of the agent that is loaded beside an application's own Lettuce.
 *
 * <p>Depends on {@code cache.redis.lettuce} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.lettuce;

import org.jspecify.annotations.NullMarked;
