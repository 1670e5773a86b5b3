/**
 * The part of the agent that is loaded beside an application's own Cassandra driver.
 *
 * <p>Depends on {@code cassandra} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.cassandra;

import org.jspecify.annotations.NullMarked;
