@NullMarked
package io.github.devserver4j.spring.transaction;

import org.jspecify.annotations.NullMarked;
