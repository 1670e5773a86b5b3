/**
 * What the JVM calls in {@code devserver-agent.jar}: the only classes of devserver that an application's
 * class loaders can see. They load everything else where no application finds it.
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package io.github.devserver4j.agent.premain;

import org.jspecify.annotations.NullMarked;
