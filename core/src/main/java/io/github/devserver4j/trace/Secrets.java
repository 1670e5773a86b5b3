package io.github.devserver4j.trace;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which values must not be shown, by the name of the column, header or parameter they belong to. Immutable.
 *
 * <p>A name is secret if it contains one of the words, whatever its case and whatever its parts are joined by:
 * {@code api_key}, {@code api-key}, {@code api.key} and {@code apiKey} are one.
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
            "sessionid",
            "signature");

    /** As parts of other words these mean nothing; as whole names of parameters they are secrets. */
    private static final List<String> PARAMETERS = List.of("auth", "jwt", "sig");

    private static final Pattern PATH_PARAMETER = Pattern.compile("(?<=;)([^=;/]*+)=[^;/]*+");
    private static final Pattern QUERY_PARAMETER = Pattern.compile("(?<=[?&;])([^=&;?]*+)=[^&;]*+");

    /** A name, and what joins it to its value: {@code token:}, {@code password=}, {@code session/}. */
    private static final Pattern KEY_PART = Pattern.compile("([\\p{L}\\p{N}_.-]++)([:=/|#]++)");

    private static final String END_OF_VALUE = ",;&)]}>";

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

    /**
     * A request target with the values of secret parameters masked, those in the path included:
     * {@code /login;jsessionid=***?user=ann&password=***}.
     */
    public String maskQuery(String target) {
        int question = target.indexOf('?');
        if (question < 0) {
            return mask(PATH_PARAMETER, target);
        }
        return mask(PATH_PARAMETER, target.substring(0, question)) + mask(QUERY_PARAMETER, target.substring(question));
    }

    /**
     * A cache's key, or any other short text, with what follows the name of a secret masked: {@code token:***},
     * {@code users:42:session:***}, {@code Login[user=ann, password=***]}. The id of a session is a secret here.
     */
    public String maskKey(String key) {
        Matcher part = KEY_PART.matcher(key);
        StringBuilder masked = new StringBuilder(key.length());
        int copied = 0;
        while (part.find()) {
            if (part.start() >= copied && isSecretPart(part.group(1))) {
                masked.append(key, copied, part.end(1)).append(part.group(2)).append(MASK);
                copied = endOfValue(key, part.end());
            }
        }
        return masked.append(key, copied, key.length()).toString();
    }

    private boolean isSecretPart(String name) {
        String normalized = normalize(name);
        if (name.endsWith("Exception") || name.endsWith("Error")) {
            return false; // what follows is its message
        }
        return normalized.equals("session") || normalized.equals("sessions") || isSecret(name);
    }

    private static int endOfValue(String key, int start) {
        int end = start;
        while (end < key.length() && END_OF_VALUE.indexOf(key.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** A value that is no secret may be an address with parameters of its own, so it is looked into. */
    private String mask(Pattern parameters, String text) {
        StringBuilder masked = new StringBuilder(text.length());
        Matcher parameter = parameters.matcher(text);
        int copied = 0;
        int from = 0;
        while (parameter.find(from)) {
            from = parameter.end(1) + 1;
            if (isSecretParameter(decoded(parameter.group(1)))) {
                masked.append(text, copied, from).append(MASK);
                copied = parameter.end();
                from = copied;
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private boolean isSecretParameter(String name) {
        return PARAMETERS.contains(normalize(name)) || isSecret(name);
    }

    /** A name may be written in percent signs as well. */
    private static String decoded(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }

    private static String normalize(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
