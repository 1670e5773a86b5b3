package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.Binary;
import io.github.devserver4j.dynamodb.Numeral;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns the SDK's values into plain Java, as the package above has them. */
final class Plain {

    private Plain() {}

    static Map<String, Object> of(Map<String, AttributeValue> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(name, of(value)));
        return plain;
    }

    static List<Object> of(List<AttributeValue> values) {
        return values.stream().map(Plain::of).toList();
    }

    static Object of(AttributeValue value) {
        if (value.s() != null) {
            return value.s();
        }
        if (value.n() != null) {
            return new Numeral(value.n());
        }
        if (value.bool() != null) {
            return value.bool();
        }
        return value.b() != null ? of(value.b()) : ofSeveral(value);
    }

    private static Object ofSeveral(AttributeValue value) {
        if (value.hasM()) {
            return of(value.m());
        }
        if (value.hasL()) {
            return of(value.l());
        }
        if (value.hasSs()) {
            return value.ss();
        }
        if (value.hasNs()) {
            return value.ns().stream().map(Numeral::new).toList();
        }
        return value.hasBs() ? value.bs().stream().map(Plain::of).toList() : Numeral.NULL;
    }

    private static Binary of(SdkBytes bytes) {
        return new Binary(bytes, bytes.asByteBuffer().remaining());
    }
}
