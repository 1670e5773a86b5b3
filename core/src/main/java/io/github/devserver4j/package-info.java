/**
 * devserver for the JVM: see in the terminal, per HTTP request, what really happened behind it.
 *
 * <p>The entry point is {@link io.github.devserver4j.DevServer}, the only place where the parts are wired together. A
 * web application without a line of code of its own maps {@link io.github.devserver4j.DevServerFilter}.
 */
@NullMarked
package io.github.devserver4j;

import org.jspecify.annotations.NullMarked;
