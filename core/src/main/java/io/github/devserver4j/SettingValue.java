package io.github.devserver4j;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A setting as text, with where it came from for error messages.
 *
 * @param name the setting's name: {@code devserver.color}
 * @param text its value as found
 * @param source where it was found: {@code environment variable DEVSERVER_COLOR}
 */
record SettingValue(String name, String text, String source) {

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
