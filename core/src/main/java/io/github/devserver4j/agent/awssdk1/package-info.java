/**
 * The part of the agent that is loaded beside an application's own AWS SDK 1.
 *
 * <p>Depends on {@code dynamodb.sdk1} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.awssdk1;

import org.jspecify.annotations.NullMarked;
