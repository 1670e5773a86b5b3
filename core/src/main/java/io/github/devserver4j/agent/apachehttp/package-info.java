/**
 * The part of the agent that is loaded beside an application's own Apache HttpClient 5.
 *
 * <p>Depends on {@code httpclient.apache} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.apachehttp;

import org.jspecify.annotations.NullMarked;
