/**
 * Records what Spring's caches are asked, by {@code @Cacheable} and by hand:
 * {@link io.github.devserver4j.spring.cache.CacheConfiguration} is the way in.
 *
 * <p>A cache is recorded as near to what it holds as an integration reaches: Caffeine's and JCache's own caches below
 * Spring's, Redis's by its commands, and any other by Spring's {@code Cache}.
 */
@NullMarked
package io.github.devserver4j.spring.cache;

import org.jspecify.annotations.NullMarked;
