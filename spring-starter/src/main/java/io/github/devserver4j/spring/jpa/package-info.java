/**
 * Hands the settings of {@code hibernate} to the session factories that Spring builds, whether for JPA or Hibernate's own API.
 *
 * <p>Depends on {@code hibernate} and on {@code spring-orm}; loaded where the application has Hibernate.
 */
@NullMarked
package io.github.devserver4j.spring.jpa;

import org.jspecify.annotations.NullMarked;
