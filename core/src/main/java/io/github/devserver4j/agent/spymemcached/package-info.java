/**
 * The part of the agent that is loaded beside an application's own spymemcached.
 *
 * <p>Depends on {@code cache.memcached.spy} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.spymemcached;

import org.jspecify.annotations.NullMarked;
