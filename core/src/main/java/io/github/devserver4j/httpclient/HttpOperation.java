package io.github.devserver4j.httpclient;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rounds of a loop have in common: the request without its query, which two equal ones may differ in. Nothing is
 * cut out of the client's own texts, as an operation is made for each call and seldom compared.
 *
 * @param method the HTTP method
 * @param host the host's name; null where the client told none, or {@code target} has it
 * @param target the path or the whole URL, with the query if there is one; null where the client told none
 */
public record HttpOperation(
        String method, @Nullable String host, @Nullable String target) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpOperation operation
                && method.equals(operation.method)
                && Objects.equals(host, operation.host)
                && isSameTarget(target, operation.target);
    }

    private static boolean isSameTarget(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        int length = lengthWithoutQuery(one);
        return length == lengthWithoutQuery(other) && one.regionMatches(0, other, 0, length);
    }

    @Override
    public int hashCode() {
        int hash = 31 * method.hashCode() + Objects.hashCode(host);
        if (target != null) {
            int length = lengthWithoutQuery(target);
            for (int i = 0; i < length; i++) {
                hash = 31 * hash + target.charAt(i);
            }
        }
        return hash;
    }

    private static int lengthWithoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target.length() : query;
    }
}
