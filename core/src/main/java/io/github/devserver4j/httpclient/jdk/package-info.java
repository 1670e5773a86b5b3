/**
 * Records the calls of the JDK's own HTTP client: {@link io.github.devserver4j.httpclient.jdk.JdkHttpTracing}.
 *
 * <p>Depends on {@code httpclient}, {@code trace} and the JDK's module java.net.http.
 */
@NullMarked
package io.github.devserver4j.httpclient.jdk;

import org.jspecify.annotations.NullMarked;
