/**
 * What the launcher does on a terminal and nowhere else: a status line below everything that is printed, and keys.
 *
 * <pre>
 * [24/Nov/2026 10:12:01] "GET /show/doi HTTP/1.1" 200 1179 (time: 0.15s; sql: 1ms (2q); mem: 1.2 MB)
 *  http://127.0.0.1:8000/   1 request   2 reloads, last compile 84 ms   ? help
 * </pre>
 *
 * <p>{@link io.github.devserver4j.jetty.terminal.TerminalSession} is all that the launcher sees. Without a terminal nothing
 * here writes a byte, and JLine is not loaded.
 *
 * <p>Depends on {@code console} and {@code trace}, on JLine, and on nothing of the launcher.
 */
@NullMarked
package io.github.devserver4j.jetty.terminal;

import org.jspecify.annotations.NullMarked;
