/** An application of Spring's HTTP clients, whose places in the code are told. */
@NullMarked
package io.github.devserver4j.spring.http.application;

import org.jspecify.annotations.NullMarked;
