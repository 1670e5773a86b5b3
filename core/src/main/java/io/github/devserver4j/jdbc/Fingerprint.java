package io.github.devserver4j.jdbc;

import io.github.devserver4j.sql.CutText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 128 bits of a hash over a statement and its values, so that telling duplicates holds on to neither. Immutable.
 */
record Fingerprint(long high, long low) {

    static Fingerprint of(SqlStatement statement) {
        MessageDigest digest = sha256();
        add(digest, statement.text());
        add(digest, statement.executions());
        add(digest, statement.rows());
        statement.named().forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) { // every JDK has to have it
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, @Nullable Object value) {
        if (value instanceof List<?> elements) {
            addText(digest, "list " + elements.size());
            elements.forEach(element -> add(digest, element));
        } else if (value == null || value instanceof String) {
            addText(digest, value == null ? "null" : "text");
            addText(digest, value == null ? "" : (String) value);
        } else if (value instanceof Unkept unkept) {
            addText(digest, "unkept");
            addText(digest, unkept.text());
            addText(digest, String.valueOf(unkept.content()));
        } else {
            addText(digest, value.getClass().getName());
            addText(digest, value.hashCode() + " " + (value instanceof CutText ? "" : value));
        }
    }

    /** With its length, so that two texts are not taken for another two that are one after the other the same. */
    private static void addText(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
