/** Tests of what a request uses of the JVM. */
@NullMarked
package io.github.devserver4j.resources;

import org.jspecify.annotations.NullMarked;
