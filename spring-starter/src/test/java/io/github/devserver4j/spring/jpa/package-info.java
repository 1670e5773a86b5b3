@NullMarked
package io.github.devserver4j.spring.jpa;

import org.jspecify.annotations.NullMarked;
