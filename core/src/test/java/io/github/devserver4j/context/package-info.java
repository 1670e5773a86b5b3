@NullMarked
package io.github.devserver4j.context;

import org.jspecify.annotations.NullMarked;
