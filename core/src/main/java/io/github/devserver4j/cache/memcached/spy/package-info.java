/**
 * Records the calls of spymemcached clients: {@link io.github.devserver4j.cache.memcached.spy.SpyMemcachedTracing} wraps
 * the connection factory that a client is made with, so that it sees each operation and its end, whichever form of the
 * method the application calls.
 *
 * <p>Depends on {@code cache}, {@code trace}, and spymemcached 2.12.
 */
@NullMarked
package io.github.devserver4j.cache.memcached.spy;

import org.jspecify.annotations.NullMarked;
