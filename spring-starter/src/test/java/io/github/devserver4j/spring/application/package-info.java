/** A small application, started in each of the ways that Spring Boot has. */
@NullMarked
package io.github.devserver4j.spring.application;

import org.jspecify.annotations.NullMarked;
