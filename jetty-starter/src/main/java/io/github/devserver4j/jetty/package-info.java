/**
 * devserver in Jetty 12.1 (Servlet 6.1): {@link io.github.devserver4j.jetty.JettyDevServer} for applications that embed
 * it, and in {@code runserver} the launcher of {@code devserver.jar}.
 */
@NullMarked
package io.github.devserver4j.jetty;

import org.jspecify.annotations.NullMarked;
