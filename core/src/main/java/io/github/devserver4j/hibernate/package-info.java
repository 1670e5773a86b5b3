/**
 * Tells what Hibernate does: {@link io.github.devserver4j.hibernate.HibernateTracing} gives the settings that a session factory
 * is built with. Statements say which entity or collection they load, flushes are summed up, and the second-level cache is
 * shown among the caches.
 *
 * <p>Depends on {@code cache}, {@code trace}, Hibernate 6.6 to 7.4 by what they have in common, and on the JCache API where
 * Hibernate is given one of its managers.
 */
@NullMarked
package io.github.devserver4j.hibernate;

import org.jspecify.annotations.NullMarked;
