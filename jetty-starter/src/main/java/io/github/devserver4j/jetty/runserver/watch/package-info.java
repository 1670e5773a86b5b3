/** Tells of files that were saved. Depends on the JDK alone. */
@NullMarked
package io.github.devserver4j.jetty.runserver.watch;

import org.jspecify.annotations.NullMarked;
