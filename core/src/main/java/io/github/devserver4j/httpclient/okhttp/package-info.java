/**
 * Records the calls of OkHttp: {@link io.github.devserver4j.httpclient.okhttp.OkHttpTracing}.
 *
 * <p>An event listener sees all of a call, its body included, without touching it; it is made by the thread that makes
 * the call. An interceptor passes {@code traceparent} on.
 *
 * <p>Depends on {@code httpclient}, {@code trace} and OkHttp.
 */
@NullMarked
package io.github.devserver4j.httpclient.okhttp;

import org.jspecify.annotations.NullMarked;
