/**
 * Records the calls of Caffeine caches: {@link io.github.devserver4j.cache.caffeine.CaffeineTracing} wraps a cache in one
 * that behaves the same.
 *
 * <p>Hits and misses are told as Caffeine's own statistics tell them, whether or not the cache records any. Nothing is
 * read from the wrapped cache but what the application reads, except for a look whether a key is there
 * ({@code containsKey}, which touches neither statistics nor recency) where a cache's own loader would otherwise hide
 * the miss.
 *
 * <p>Depends on {@code cache}, {@code trace}, and Caffeine 3.
 */
@NullMarked
package io.github.devserver4j.cache.caffeine;

import org.jspecify.annotations.NullMarked;
