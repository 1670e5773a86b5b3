/**
 * What Redis commands mean, whichever client sends them: {@link io.github.devserver4j.cache.redis.RedisCommand} tells reads
 * from writes, {@link io.github.devserver4j.cache.redis.RedisReplies} hits from misses, and
 * {@link io.github.devserver4j.cache.redis.RedisKey} shows the keys and never a value.
 *
 * <p>Depends on {@code cache} and {@code trace}; knows no client.
 */
@NullMarked
package io.github.devserver4j.cache.redis;

import org.jspecify.annotations.NullMarked;
