@NullMarked
package io.github.devserver4j.cache.memcached.xmemcached;

import org.jspecify.annotations.NullMarked;
