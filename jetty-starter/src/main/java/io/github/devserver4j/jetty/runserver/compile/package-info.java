/** Compiles what was saved, and what depends on it, by the JDK's own compiler. Depends on the JDK and Byte Buddy's ASM. */
@NullMarked
package io.github.devserver4j.jetty.runserver.compile;

import org.jspecify.annotations.NullMarked;
