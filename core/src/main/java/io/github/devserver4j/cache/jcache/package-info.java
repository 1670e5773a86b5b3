/**
 * Records the calls of JCache (JSR-107) caches: {@link io.github.devserver4j.cache.jcache.JCacheTracing} wraps caches,
 * managers and providers in ones that behave the same.
 *
 * <p>Hits and misses are told as the provider's own statistics tell them, whether or not they are turned on; providers
 * differ, see {@code StatisticsRule}. Nothing is read from a wrapped cache but what the application reads, except for a
 * look whether a key is there where the provider counts what a call doesn't tell.
 *
 * <p>Depends on {@code cache}, {@code trace}, and the JCache API 1.
 */
@NullMarked
package io.github.devserver4j.cache.jcache;

import org.jspecify.annotations.NullMarked;
