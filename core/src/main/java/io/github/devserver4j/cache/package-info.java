/**
 * The vocabulary that all caches share: what a cache was asked, whether it had it, and the sum of a request's cache calls.
 *
 * <p>The integration of a cache holds one {@link io.github.devserver4j.cache.CacheCalls} for each cache, which records
 * {@link io.github.devserver4j.cache.CacheCall}s in the trace of the calling thread. Each client library has a package
 * below this one; none of them sees another.
 *
 * <p>Depends on {@code trace}, the JDK and JSpecify.
 */
@NullMarked
package io.github.devserver4j.cache;

import org.jspecify.annotations.NullMarked;
