/**
 * Records the calls of XMemcached clients: {@link io.github.devserver4j.cache.memcached.xmemcached.XMemcachedTracing}
 * wraps a client in one that behaves the same.
 *
 * <p>Depends on {@code cache}, {@code trace}, and XMemcached 2.
 */
@NullMarked
package io.github.devserver4j.cache.memcached.xmemcached;

import org.jspecify.annotations.NullMarked;
