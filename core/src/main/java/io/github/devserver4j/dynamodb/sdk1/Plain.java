package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import io.github.devserver4j.dynamodb.Binary;
import io.github.devserver4j.dynamodb.Numeral;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the SDK's values into plain Java, as the package above has them. */
final class Plain {

    private Plain() {}

    static Map<String, Object> of(@Nullable Map<String, AttributeValue> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (values != null) {
            values.forEach((name, value) -> plain.put(name, of(value)));
        }
        return plain;
    }

    static List<Object> of(@Nullable List<AttributeValue> values) {
        return values == null ? List.of() : values.stream().map(Plain::of).toList();
    }

    static Object of(@Nullable AttributeValue value) {
        if (value == null) {
            return Numeral.NULL;
        }
        if (value.getS() != null) {
            return value.getS();
        }
        if (value.getN() != null) {
            return new Numeral(value.getN());
        }
        if (value.getBOOL() != null) {
            return value.getBOOL();
        }
        return value.getB() != null ? of(value.getB()) : ofSeveral(value);
    }

    private static Object ofSeveral(AttributeValue value) {
        if (value.getM() != null) {
            return of(value.getM());
        }
        if (value.getL() != null) {
            return of(value.getL());
        }
        if (value.getSS() != null) {
            return value.getSS();
        }
        if (value.getNS() != null) {
            return value.getNS().stream().map(Numeral::new).toList();
        }
        return value.getBS() != null ? value.getBS().stream().map(Plain::of).toList() : Numeral.NULL;
    }

    private static Binary of(ByteBuffer bytes) {
        return new Binary(bytes, bytes.remaining());
    }
}
