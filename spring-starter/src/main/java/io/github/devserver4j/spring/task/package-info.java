/**
 * Keeps the request of whoever gives a task to another thread: for {@code @Async} methods, executors and schedulers that
 * are beans, and asynchronous handlers. {@link io.github.devserver4j.spring.task.TaskConfiguration} is the way in.
 *
 * <p>May depend on {@code trace}, Spring Framework and the JDK.
 */
@NullMarked
package io.github.devserver4j.spring.task;

import org.jspecify.annotations.NullMarked;
