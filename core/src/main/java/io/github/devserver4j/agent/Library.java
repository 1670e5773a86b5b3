package io.github.devserver4j.agent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** In an advice, the name of the library that it is inlined into. */
@Retention(RetentionPolicy.RUNTIME)
@interface Library {}
