@NullMarked
package io.github.devserver4j.cache.memcached;

import org.jspecify.annotations.NullMarked;
