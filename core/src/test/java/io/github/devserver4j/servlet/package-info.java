/** Tests of the filter, on real servers. */
@NullMarked
package io.github.devserver4j.servlet;

import org.jspecify.annotations.NullMarked;
