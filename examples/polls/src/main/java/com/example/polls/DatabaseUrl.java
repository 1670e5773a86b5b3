package com.example.polls;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is: an in-memory H2 of our own, or the PostgreSQL that {@code DATABASE_URL} names.
 *
 * @param user null if {@code jdbcUrl} says it, or nothing does
 * @param password null if {@code jdbcUrl} says it, or nothing does
 */
record DatabaseUrl(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final String HELP = " Set it to jdbc:postgresql://127.0.0.1:5432/polls?user=u&password=p"
            + " or to postgres://u:p@127.0.0.1:5432/polls (with special characters percent-encoded),"
            + " or unset it to use H2 in memory.";

    /** Returns the place that the text names; null or a blank text names H2. */
    static DatabaseUrl parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            // A name of its own for each, so that two applications in one JVM do not share their data.
            return new DatabaseUrl("jdbc:h2:mem:polls-" + UUID.randomUUID(), null, null);
        }
        String url = text.strip();
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(url, null, null);
        }
        String lowerCase = url.toLowerCase(Locale.ROOT);
        if (lowerCase.startsWith("postgres://") || lowerCase.startsWith("postgresql://")) {
            return ofUri(url);
        }
        throw new IllegalArgumentException("DATABASE_URL does not name a PostgreSQL database." + HELP);
    }

    boolean isH2() {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    /** Returns the failure to report when no connection came about; it names the server but no password. */
    IllegalStateException unreachable(Exception cause) {
        String server = jdbcUrl.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
        return new IllegalStateException(
                "No connection to " + server + ", which DATABASE_URL names: " + cause.getMessage() + "." + HELP, cause);
    }

    private static DatabaseUrl ofUri(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && uri.getPath().length() > 1) {
                return ofUri(uri);
            }
        } catch (URISyntaxException e) {
            // Falls through: the exception quotes the whole text, and with it the password.
        }
        throw new IllegalArgumentException("DATABASE_URL lacks a host or a database, or is no valid URL." + HELP);
    }

    private static DatabaseUrl ofUri(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                user.isEmpty() ? null : decode(user),
                colon < 0 ? null : decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
