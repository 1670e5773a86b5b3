package io.github.devserver4j.agent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** In an advice, the hook that it asks: one of {@link Hooks}. */
@Retention(RetentionPolicy.RUNTIME)
@interface Hook {}
