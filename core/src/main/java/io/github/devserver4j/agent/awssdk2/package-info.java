/**
 * The part of the agent that is loaded beside an application's own AWS SDK 2.
 *
 * <p>Depends on {@code dynamodb.sdk2} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.awssdk2;

import org.jspecify.annotations.NullMarked;
