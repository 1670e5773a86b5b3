@NullMarked
package io.github.devserver4j.cache.redis.lettuce;

import org.jspecify.annotations.NullMarked;
