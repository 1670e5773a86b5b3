/**
 * The part of the agent that is loaded beside an application's own java.net.http.
 *
 * <p>Depends on {@code httpclient.jdk} and {@code agent}.
 */
@NullMarked
package io.github.devserver4j.agent.jdkhttp;

import org.jspecify.annotations.NullMarked;
