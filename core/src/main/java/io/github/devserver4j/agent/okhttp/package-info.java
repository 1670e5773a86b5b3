/**
 * The part of the agent that is loaded beside an application's own OkHttp.
 *
 * <p>Depends on {@code httpclient.okhttp} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.okhttp;

import org.jspecify.annotations.NullMarked;
