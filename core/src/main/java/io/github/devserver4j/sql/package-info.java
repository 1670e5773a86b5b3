/**
 * SQL as text: split into tokens, values put in for placeholders, secrets masked, laid out in lines as django-devserver
 * lays them out. Knows nothing of JDBC. Runs on devserver's own thread.
 *
 * <p>Depends on {@code trace}.
 */
@NullMarked
package io.github.devserver4j.sql;

import org.jspecify.annotations.NullMarked;
