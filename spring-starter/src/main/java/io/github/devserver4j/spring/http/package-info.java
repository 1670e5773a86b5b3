/**
 * Records what a Spring application asks of other servers by RestClient, RestTemplate and WebClient, and so by HTTP
 * interfaces that are bound to them: {@link io.github.devserver4j.spring.http.HttpClientsConfiguration}.
 *
 * <p>Depends on {@code httpclient}, {@code trace}, {@code spring}'s post-processor and Spring. What is of WebFlux is loaded
 * where WebFlux is.
 */
@NullMarked
package io.github.devserver4j.spring.http;

import org.jspecify.annotations.NullMarked;
