@NullMarked
package io.github.devserver4j.cache;

import org.jspecify.annotations.NullMarked;
