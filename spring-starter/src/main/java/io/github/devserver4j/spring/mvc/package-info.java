/**
 * What Spring MVC knows of a request: the handler and its route, the view, how long both took, and which statements were
 * issued while the answer was rendered.
 *
 * <p>Depends on core's {@code trace} and {@code step}, Spring MVC and the Servlet API.
 */
@NullMarked
package io.github.devserver4j.spring.mvc;

import org.jspecify.annotations.NullMarked;
