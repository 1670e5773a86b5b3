/**
 * Recording without a change of code: Byte Buddy instruments an application's servlet container, pools, drivers, clients and
 * caches as their classes are loaded, so that what they hand out is wrapped by the same code that plain wiring uses.
 *
 * <p>One small instrumentation for each integration. Depends on the integrations, {@code trace} and Byte Buddy.
 */
@NullMarked
package io.github.devserver4j.agent;

import org.jspecify.annotations.NullMarked;
