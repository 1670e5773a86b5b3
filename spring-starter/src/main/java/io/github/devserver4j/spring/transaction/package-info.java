/**
 * Shows where transactions of Spring's begin and how they end, as steps above the statements within them.
 *
 * <p>Depends on {@code step}, {@code trace} and {@code spring-tx}.
 */
@NullMarked
package io.github.devserver4j.spring.transaction;

import org.jspecify.annotations.NullMarked;
