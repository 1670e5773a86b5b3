/**
 * The part of the agent that is loaded beside an application's own XMemcached.
 *
 * <p>Depends on {@code cache.memcached.xmemcached} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.xmemcached;

import org.jspecify.annotations.NullMarked;
