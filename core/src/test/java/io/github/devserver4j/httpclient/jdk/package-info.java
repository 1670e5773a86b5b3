@NullMarked
package io.github.devserver4j.httpclient.jdk;

import org.jspecify.annotations.NullMarked;
