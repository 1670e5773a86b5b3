package io.github.devserver4j.trace;

/**
 * What the client asked for, as the access line repeats it.
 *
 * @param method the HTTP method: {@code GET}
 * @param target path and, after a question mark, the raw query: {@code /show/doi?page=2}
 * @param protocol name and version: {@code HTTP/1.1}
 */
public record RequestLine(String method, String target, String protocol) {}
