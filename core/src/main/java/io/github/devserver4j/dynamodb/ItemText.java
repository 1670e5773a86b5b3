package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes keys, items and their values: {@code {id: "doi", votes: 3, token: ***}}. Stops at
 * {@value io.github.devserver4j.trace.OneLine#MAX_LENGTH} characters. Immutable.
 */
public final class ItemText {

    private final Secrets secrets;

    /** Masks these. */
    public ItemText(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A key, an item, or one value of it. */
    public String of(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return OneLine.of(text);
    }

    /** The value of the attribute with this name. */
    public String of(String name, Object value) {
        return secrets.isSecret(name) ? Secrets.MASK : of(value);
    }

    boolean isSecret(String name) {
        return secrets.isSecret(name);
    }

    private void append(StringBuilder text, Object value) {
        if (value instanceof String string) {
            int room = Math.min(string.length(), OneLine.MAX_LENGTH + 1);
            text.append('"').append(secrets.maskKey(string.substring(0, room))).append('"');
        } else if (value instanceof Map<?, ?> map) {
            appendMap(text, map);
        } else if (value instanceof Collection<?> list) {
            appendList(text, list);
        } else if (value instanceof Binary binary) {
            text.append('<').append(binary.size()).append(binary.size() == 1 ? " byte>" : " bytes>");
        } else {
            text.append(value instanceof Numeral numeral ? numeral.text() : value);
        }
    }

    private void appendMap(StringBuilder text, Map<?, ?> map) {
        String separator = "{";
        SortedMap<String, Object> byName = new TreeMap<>(); // the application's order may differ from start to start
        map.forEach((name, attribute) -> byName.put(String.valueOf(name), attribute));
        for (Map.Entry<String, Object> entry : byName.entrySet()) {
            if (isFull(text)) {
                return;
            }
            String name = entry.getKey();
            text.append(separator).append(name).append(": ");
            if (secrets.isSecret(name)) {
                text.append(Secrets.MASK);
            } else {
                append(text, entry.getValue());
            }
            separator = ", ";
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private void appendList(StringBuilder text, Collection<?> list) {
        String separator = "[";
        for (Object element : list) {
            if (isFull(text)) {
                return;
            }
            append(text.append(separator), element);
            separator = ", ";
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    private static boolean isFull(StringBuilder text) {
        return text.length() > OneLine.MAX_LENGTH;
    }
}
