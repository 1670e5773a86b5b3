package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request's expressions with their names and values filled in: {@code #i = :id AND votes > :min} as
 * {@code id = "doi" AND votes > 3}. A value is masked if its placeholder, the attribute before it or the one it is
 * compared with has the name of a secret. Immutable.
 */
public final class ExpressionText {

    private static final String STEP = "#?[\\p{L}_][\\p{L}\\p{N}_-]*+";
    private static final String PATH = STEP + "(?:\\." + STEP + "|\\[\\d++])*+";
    private static final Pattern TOKEN = Pattern.compile("(?<value>:[\\p{L}\\p{N}_]++)|(?<path>" + PATH + ")");
    private static final Pattern NAME = Pattern.compile("#[\\p{L}\\p{N}_-]++");
    private static final Pattern COMPARED =
            Pattern.compile("\\s*+(?:[=<>]++|(?i:IN)\\s*+\\(|(?i:BETWEEN)\\s)\\s*+(" + PATH + ")");
    private static final Pattern WHITESPACE = Pattern.compile("\\s++");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "between", "in", "set", "remove", "add", "delete");

    private final ItemText items;
    private final Map<String, String> names;
    private final Map<String, Object> values;

    /**
     * Fills in these.
     *
     * @param names attribute names by their placeholders, which begin with {@code #}
     * @param values plain values by their placeholders, which begin with a colon
     */
    public ExpressionText(ItemText items, Map<String, String> names, Map<String, Object> values) {
        this.items = items;
        this.names = names;
        this.values = values;
    }

    /** The expression filled in, with {@code before} in front; nothing where there is none. */
    public String of(String before, @Nullable String expression) {
        return expression == null || expression.isBlank() ? "" : before + OneLine.of(filled(expression.strip()));
    }

    /** A condition as it was written before there were expressions: {@code votes GT 3}. */
    public String legacy(String attribute, String operator, Collection<Object> operands) {
        StringBuilder text = new StringBuilder(attribute).append(' ').append(operator);
        String separator = " ";
        for (Object operand : operands) {
            text.append(separator).append(items.of(attribute, operand));
            separator = ", ";
        }
        return text.toString();
    }

    private String filled(String expression) {
        String line = WHITESPACE.matcher(expression).replaceAll(" ");
        Matcher token = TOKEN.matcher(line);
        StringBuilder text = new StringBuilder();
        String last = "";
        while (token.find()) {
            String path = token.group("path");
            if (path == null) {
                String value = value(token.group("value"), last, compared(line, token.end()));
                token.appendReplacement(text, Matcher.quoteReplacement(value));
            } else {
                String named = named(path);
                token.appendReplacement(text, Matcher.quoteReplacement(named));
                last = isAttribute(line, path, token.end()) ? named : last;
            }
        }
        return token.appendTail(text).toString();
    }

    private String value(String placeholder, String before, String after) {
        Object value = values.get(placeholder);
        if (value == null) {
            return placeholder;
        }
        boolean secret = items.isSecret(placeholder) || items.isSecret(before) || items.isSecret(after);
        return secret ? Secrets.MASK : items.of(value);
    }

    private String compared(String line, int from) {
        Matcher compared = COMPARED.matcher(line).region(from, line.length());
        return compared.lookingAt() ? named(compared.group(1)) : "";
    }

    private String named(String path) {
        return path.indexOf('#') < 0
                ? path
                : NAME.matcher(path)
                        .replaceAll(name -> Matcher.quoteReplacement(names.getOrDefault(name.group(), name.group())));
    }

    private static boolean isAttribute(String line, String path, int end) {
        boolean function = end < line.length() && line.charAt(end) == '(';
        return !function && !KEYWORDS.contains(path.toLowerCase(Locale.ROOT));
    }
}
