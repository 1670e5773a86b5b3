/**
 * The part of the agent that is loaded beside an application's own Jedis.
 *
 * <p>Depends on {@code cache.redis.jedis} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.jedis;

import org.jspecify.annotations.NullMarked;
