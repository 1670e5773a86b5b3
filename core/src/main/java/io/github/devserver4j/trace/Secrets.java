package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Tells which values must not be shown, by the name of the column, header or parameter they belong to. Immutable.
 *
 * <p>A name is secret if it contains one of the words, whatever its case and whether its parts are joined by
 * {@code _}, {@code -} or nothing.
 */
public final class Secrets {

    /** What is shown in place of a secret value. */
    public static final String MASK = "***";

    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "token",
            "authorization",
            "cookie",
            "apikey",
            "credential",
            "privatekey",
            "sessionid");

    private final List<String> words;

    private Secrets(List<String> words) {
        this.words = words;
    }

    /** The built-in words alone. */
    public static Secrets defaults() {
        return new Secrets(WORDS);
    }

    /** The built-in words and these. */
    public static Secrets defaultsAnd(Collection<String> more) {
        List<String> words = new ArrayList<>(WORDS);
        more.stream().map(Secrets::normalize).filter(word -> !word.isBlank()).forEach(words::add);
        return new Secrets(List.copyOf(words));
    }

    /** Whether the value that goes by this name is a secret. */
    public boolean isSecret(String name) {
        String normalized = normalize(name);
        for (String word : words) {
            if (normalized.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** A request target with the values of secret query parameters masked: {@code /login?user=ann&password=***}. */
    public String maskQuery(String target) {
        int question = target.indexOf('?');
        if (question < 0) {
            return target;
        }
        StringBuilder masked = new StringBuilder(target.substring(0, question));
        char separator = '?';
        for (String parameter : target.substring(question + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            boolean secret = equals >= 0 && isSecret(parameter.substring(0, equals));
            masked.append(separator).append(secret ? parameter.substring(0, equals + 1) + MASK : parameter);
            separator = '&';
        }
        return masked.toString();
    }

    private static String normalize(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
