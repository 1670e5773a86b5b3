package io.github.devserver4j.httpclient;

import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What was asked for: {@code GET https://api.example.com/polls?api_key=***}. Immutable.
 *
 * @param method the HTTP method
 * @param url for people: without user, password and fragment, secret parameters masked, cut if long
 * @param host name and port of the server
 * @param path scheme, host and path of {@code url}
 * @param identity equal for two addresses whose URLs are equal before anything was masked or cut
 */
public record HttpAddress(String method, String url, String host, String path, String identity) {

    private static final Pattern USER = Pattern.compile("://[^/?#@\\s]*@");

    static HttpAddress of(String method, String rawUrl, Secrets secrets) {
        int fragment = rawUrl.indexOf('#');
        String sent = fragment < 0 ? rawUrl : rawUrl.substring(0, fragment);
        String masked = secrets.maskQuery(withoutUser(sent));
        String url = OneLine.of(masked);
        int query = url.indexOf('?');
        return new HttpAddress(
                method,
                url,
                server(url),
                query < 0 ? url : url.substring(0, query),
                method + " " + (url.equals(sent) ? url : url + "#" + digest(sent)));
    }

    /** Name and port of the server, without user and password; empty where the URL has none. */
    static String server(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0 || url.lastIndexOf('/', scheme) >= 0) {
            return "";
        }
        int start = scheme + 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            if (url.charAt(end++) == '@') {
                start = end;
            }
        }
        return url.substring(start, end);
    }

    /** A text with {@code user:password@} of the URLs in it left out. */
    static String withoutUser(String text) {
        return text.indexOf('@') < 0 ? text : USER.matcher(text).replaceAll("://");
    }

    /** Tells addresses apart whose difference is not shown, and does not keep it. */
    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException notInThisJvm) {
            return Integer.toHexString(text.hashCode());
        }
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
