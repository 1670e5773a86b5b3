/**
 * The part of the agent that is loaded beside an application's own Reactor: what its operators do on other threads is done
 * for the request that subscribed.
 *
 * <p>Depends on {@code agent} and {@code trace}.
 */
@NullMarked
package io.github.devserver4j.agent.reactor;

import org.jspecify.annotations.NullMarked;
