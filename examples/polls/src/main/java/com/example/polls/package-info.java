/**
 * A small polling application: events, their polls and the votes cast on them, over plain servlets and JDBC.
 *
 * <p>Read it from {@link com.example.polls.PollsListener}, which opens what the servlets use. A servlet calls {@link
 * com.example.polls.PollService}, which asks its caches and then {@link com.example.polls.PollDao}.
 */
@NullMarked
package com.example.polls;

import org.jspecify.annotations.NullMarked;
