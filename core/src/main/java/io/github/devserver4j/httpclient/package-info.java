/**
 * The vocabulary that all HTTP clients share: what was asked of which address, how it was answered, and the sum of a
 * request's outgoing calls.
 *
 * <p>The integration of a client holds one {@link io.github.devserver4j.httpclient.HttpCalls}, which begins an
 * {@link io.github.devserver4j.httpclient.HttpExchange} for each call. Each client has a package below this one; none of
 * them sees another.
 *
 * <p>Depends on {@code trace}, the JDK and JSpecify.
 */
@NullMarked
package io.github.devserver4j.httpclient;

import org.jspecify.annotations.NullMarked;
