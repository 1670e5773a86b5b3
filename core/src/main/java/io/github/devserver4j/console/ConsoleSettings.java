package io.github.devserver4j.console;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;

/**
 * How the console prints.
 *
 * @param style how calls are put into lines
 * @param realtime whether each call is printed as it happens, and not in its request's block
 * @param colored whether ANSI colours are used
 * @param secrets which values are masked
 * @param sql which statements are listed one by one
 */
public record ConsoleSettings(TextStyle style, boolean realtime, boolean colored, Secrets secrets, SqlFilter sql) {}
