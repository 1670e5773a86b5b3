/** Sessions of the real driver against simulacron, which answers as Cassandra does and keeps a log of what it was asked. */
@NullMarked
package io.github.devserver4j.cassandra;

import org.jspecify.annotations.NullMarked;
