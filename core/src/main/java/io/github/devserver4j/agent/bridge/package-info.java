/**
 * What instrumented classes call. The only package of devserver that an application's class loader has to see; it speaks
 * of nothing but {@code java.base}, and the classes behind it live in a class loader of their own.
 */
@NullMarked
package io.github.devserver4j.agent.bridge;

import org.jspecify.annotations.NullMarked;
