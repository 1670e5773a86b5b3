/**
 * Records the calls of Apache HttpClient 5, classic and asynchronous:
 * {@link io.github.devserver4j.httpclient.apache.ApacheHttpTracing}.
 *
 * <p>Two handlers are put into a client's chain: the outer one sees each call of the application and what it is answered,
 * the inner one each request that is put on the wire for it. The outer hands the call to the inner in the copy of the
 * application's request that a chain carries along.
 *
 * <p>Depends on {@code httpclient}, {@code trace} and Apache HttpClient 5.
 */
@NullMarked
package io.github.devserver4j.httpclient.apache;

import org.jspecify.annotations.NullMarked;
