/**
 * Auto-configuration for Spring Boot 3.5 and 4: {@link io.github.devserver4j.spring.DevServerAutoConfiguration} is the way
 * in, {@link io.github.devserver4j.spring.OnDevelopment} decides whether anything happens at all. One package for each thing
 * of Spring's that is recorded lies below.
 *
 * <p>May depend on what Spring Boot 3.5 and 4 have in common, by the same names; everything else is asked for by condition.
 */
@NullMarked
package io.github.devserver4j.spring;

import org.jspecify.annotations.NullMarked;
