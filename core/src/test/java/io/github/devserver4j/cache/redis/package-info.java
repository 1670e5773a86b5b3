@NullMarked
package io.github.devserver4j.cache.redis;

import org.jspecify.annotations.NullMarked;
