package io.github.devserver4j.httpclient;

import org.jspecify.annotations.Nullable;

/**
 * What the rounds of a loop have in common: the request without its query.
 *
 * @param method the HTTP method
 * @param host the host's name; null where the client told none
 * @param path the path; null where the client told none
 */
public record HttpOperation(
        String method, @Nullable String host, @Nullable String path) {}
