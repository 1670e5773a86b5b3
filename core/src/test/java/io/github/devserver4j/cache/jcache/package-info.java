@NullMarked
package io.github.devserver4j.cache.jcache;

import org.jspecify.annotations.NullMarked;
