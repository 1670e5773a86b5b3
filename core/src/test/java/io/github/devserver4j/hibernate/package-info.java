@NullMarked
package io.github.devserver4j.hibernate;

import org.jspecify.annotations.NullMarked;
