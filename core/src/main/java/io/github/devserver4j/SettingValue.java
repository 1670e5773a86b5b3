package io.github.devserver4j;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * A setting as text, with where it came from for error messages.
 *
 * @param name the setting's name: {@code devserver.color}
 * @param text its value as found
 * @param source where it was found: {@code environment variable DEVSERVER_COLOR}
 */
record SettingValue(String name, String text, String source) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s)?");

    boolean asBoolean() {
        return switch (normalized()) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw wrong("true or false");
        };
    }

    int asPositiveInt() {
        try {
            int number = Integer.parseInt(text.trim());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw wrong("a whole number from 1 to " + Integer.MAX_VALUE);
    }

    <E extends Enum<E>> E asEnum(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(normalized())) {
                return constant;
            }
        }
        throw wrong(Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    }

    /** A number of milliseconds, or of what its unit says, ms or s. */
    Duration asDuration() {
        Matcher number = DURATION.matcher(normalized());
        if (!number.matches()) {
            throw wrong("a number of milliseconds, or one with the unit ms or s: 20, 0.5ms, 1s");
        }
        int exponent = "s".equals(number.group(2)) ? 9 : 6;
        return Duration.ofNanos(
                new BigDecimal(number.group(1)).scaleByPowerOfTen(exponent).longValue());
    }

    /** The regular expressions between commas; those within braces, brackets and parentheses, and escaped ones, separate nothing. */
    List<String> asPatterns() {
        return asPatternTexts().stream().map(this::checked).toList();
    }

    private String checked(String expression) {
        try {
            return Pattern.compile(expression).pattern();
        } catch (PatternSyntaxException wrong) {
            throw wrong("regular expressions, separated by commas; this one is wrong: " + wrong.getMessage());
        }
    }

    private List<String> asPatternTexts() {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{', '[', '(' -> depth++;
                case '}', ']', ')' -> depth--;
                case ',' -> {
                    if (depth <= 0) {
                        parts.add(text.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(text.substring(start));
        return parts.stream().map(String::trim).filter(part -> !part.isEmpty()).toList();
    }

    /** The parts between commas, without blanks around them. */
    List<String> asList() {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String normalized() {
        return text.trim().toLowerCase(Locale.ROOT);
    }

    private IllegalArgumentException wrong(String allowed) {
        return new IllegalArgumentException(
                "%s=%s (%s) is not allowed; allowed: %s".formatted(name, text, source, allowed));
    }
}
