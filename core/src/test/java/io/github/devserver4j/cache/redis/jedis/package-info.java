@NullMarked
package io.github.devserver4j.cache.redis.jedis;

import org.jspecify.annotations.NullMarked;
