/**
 * The part of the agent that is loaded beside an application's own JCache.
 *
 * <p>Depends on {@code cache.jcache} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.jcache;

import org.jspecify.annotations.NullMarked;
