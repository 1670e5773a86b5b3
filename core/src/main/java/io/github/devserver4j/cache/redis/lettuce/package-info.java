/**
 * Records the Redis commands that go through Lettuce: {@link io.github.devserver4j.cache.redis.lettuce.LettuceTracing} makes
 * clients whose connections record, and listens to clients that are there already.
 *
 * <p>Depends on {@code cache.redis}, {@code cache}, {@code trace}, and Lettuce.
 */
@NullMarked
package io.github.devserver4j.cache.redis.lettuce;

import org.jspecify.annotations.NullMarked;
