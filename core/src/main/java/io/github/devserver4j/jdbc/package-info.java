/**
 * The JDBC proxy: records each statement of the application with its values, time, rows and the line that issued it,
 * and is otherwise not to be told from the driver.
 *
 * <p>{@link io.github.devserver4j.jdbc.JdbcTracing} is the way in. The proxies ({@code Tracing*}) extend p6spy's
 * wrappers and mend what those leave out; {@link io.github.devserver4j.jdbc.StatementExecutor} is where executions are
 * recorded; what is recorded comes out as {@link io.github.devserver4j.jdbc.SqlCall},
 * {@link io.github.devserver4j.jdbc.TransactionCall} and {@link io.github.devserver4j.jdbc.ConnectionCall}.
 *
 * <p>Three rules hold throughout: the driver is asked exactly what the application asks; an exception of the driver
 * reaches the application as it is, and one of ours never does (see {@link io.github.devserver4j.trace.Faults}); without
 * a current trace a call goes straight through.
 *
 * <p>Arrays, LOBs and other values are the driver's own objects, since applications cast them to its classes and pools
 * don't wrap them either. So one way leads around the proxies: {@code Array.getResultSet().getStatement()}.
 *
 * <p>Depends on {@code sql}, {@code trace} and p6spy's wrappers, none of which loads p6spy's configuration.
 */
@NullMarked
package io.github.devserver4j.jdbc;

import org.jspecify.annotations.NullMarked;
