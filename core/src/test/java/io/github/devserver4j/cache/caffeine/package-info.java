@NullMarked
package io.github.devserver4j.cache.caffeine;

import org.jspecify.annotations.NullMarked;
