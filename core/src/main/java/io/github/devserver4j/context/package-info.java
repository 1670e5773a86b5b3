/**
 * Lets Micrometer's context-propagation, and with it Reactor and whatever else asks it, carry a request from thread to
 * thread.
 *
 * <p>Depends on {@code trace}, context-propagation, the JDK and JSpecify.
 */
@NullMarked
package io.github.devserver4j.context;

import org.jspecify.annotations.NullMarked;
