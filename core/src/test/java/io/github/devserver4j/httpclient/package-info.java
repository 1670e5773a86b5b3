@NullMarked
package io.github.devserver4j.httpclient;

import org.jspecify.annotations.NullMarked;
