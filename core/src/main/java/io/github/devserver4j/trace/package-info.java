/**
 * What happened during one request: the vocabulary that everything else of devserver speaks.
 *
 * <p>An integration takes a {@link io.github.devserver4j.trace.CurrentTrace}, asks it for the
 * {@link io.github.devserver4j.trace.TraceRecorder} of the request its thread works for, and adds a
 * {@link io.github.devserver4j.trace.Call}. When the request is over, the recorder is frozen into a
 * {@link io.github.devserver4j.trace.Trace} on devserver's own thread and given to every
 * {@link io.github.devserver4j.trace.TraceListener}.
 *
 * <p>Depends on the JDK and JSpecify alone.
 */
@NullMarked
package io.github.devserver4j.trace;

import org.jspecify.annotations.NullMarked;
