/**
 * What instrumented classes call. Loaded by the bootstrap class loader, so that every class can see it; it therefore
 * speaks of nothing but {@code java.base}.
 */
@NullMarked
package io.github.devserver4j.agent.bridge;

import org.jspecify.annotations.NullMarked;
