/**
 * The polls on Spring Boot: JPA, {@code @Cacheable}, Thymeleaf, and none of it knows of devserver.
 *
 * <p>Read it from {@link com.example.springpolls.PollController}, which asks {@link com.example.springpolls.PollService}.
 * What is slow or wasteful on purpose is in {@link com.example.springpolls.FaultController} and in {@code events.html}.
 */
@NullMarked
package com.example.springpolls;

import org.jspecify.annotations.NullMarked;
