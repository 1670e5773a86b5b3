@NullMarked
package io.github.devserver4j.cache.memcached.spy;

import org.jspecify.annotations.NullMarked;
