/**
 * Records the Redis commands that go through Jedis: {@link io.github.devserver4j.cache.redis.jedis.JedisTracing} gives the
 * parts that a client is built from.
 *
 * <p>Depends on {@code cache.redis}, {@code cache}, {@code trace}, Jedis and the pool it uses (Commons Pool 2).
 */
@NullMarked
package io.github.devserver4j.cache.redis.jedis;

import org.jspecify.annotations.NullMarked;
