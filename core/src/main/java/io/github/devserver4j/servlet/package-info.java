/**
 * The servlet filter: opens a recorder for each request, keeps it open over dispatches and asynchronous work, and ends
 * it when the answer is complete. Wraps neither request nor response and leaves no attribute behind.
 *
 * <p>Depends on {@code trace} and the Jakarta Servlet API, of which it uses what 5.0 has.
 */
@NullMarked
package io.github.devserver4j.servlet;

import org.jspecify.annotations.NullMarked;
