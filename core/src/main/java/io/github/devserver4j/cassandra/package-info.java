/**
 * Records what a request asks of Cassandra: {@link io.github.devserver4j.cassandra.CassandraTracing} wraps a session in
 * one that behaves the same.
 *
 * <p>The driver tells its {@code RequestTracker} of a query when that has ended, on a thread that knows nothing of the
 * request; so the session is wrapped, and each call carries its recorder. Statements, values and answers are kept as
 * references and made readable on devserver's own thread.
 *
 * <p>Depends on {@code trace}, {@code sql}, Cassandra's Java driver 4 and the Reactive Streams it brings.
 */
@NullMarked
package io.github.devserver4j.cassandra;

import org.jspecify.annotations.NullMarked;
