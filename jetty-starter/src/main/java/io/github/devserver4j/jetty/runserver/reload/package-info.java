/**
 * A web application that is started anew beside itself when its files were saved. Depends on Jetty, {@code watch} and
 * {@code compile}; the launcher says where the sources are and how a context is made.
 */
@NullMarked
package io.github.devserver4j.jetty.runserver.reload;

import org.jspecify.annotations.NullMarked;
