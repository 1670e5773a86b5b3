package io.github.devserver4j.jdbc;

import com.p6spy.engine.common.CallableStatementInformation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that a prepared statement has at present, as p6spy's wrapper reports them to {@link ParameterListener}.
 * They survive an execution, as JDBC has it. As little thread-safe as the statement they belong to.
 */
final class Parameters extends CallableStatementInformation {

    /** No driver takes as many; an index beyond is an error that the driver reports. */
    private static final int MAX = 100_000;

    private static final @Nullable Object[] NONE = new @Nullable Object[0];

    private @Nullable Object[] values = NONE;
    private int count;
    private @Nullable Map<String, @Nullable Object> named;

    Parameters(String sql) {
        super(Inert.CONNECTION, sql);
    }

    /** As {@link #set(int, Object)}, and an error of ours is none of the application's. */
    void note(int index, @Nullable Object value) {
        try {
            set(index, value);
        } catch (Throwable fault) { // such as a Date of a class that can't be cloned
            Faults.report(fault);
        }
    }

    /** As {@link #set(String, Object)}, and an error of ours is none of the application's. */
    void note(String name, @Nullable Object value) {
        try {
            set(name, value);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    private void set(int index, @Nullable Object value) {
        if (index < 1 || index > MAX) {
            return;
        }
        if (index > values.length) {
            values = Arrays.copyOf(values, Math.max(index, values.length * 2 + 4));
        }
        while (count < index) {
            values[count++] = Unkept.UNSET;
        }
        values[index - 1] = Captured.of(value);
    }

    private void set(String name, @Nullable Object value) {
        named().put(name, Captured.of(value));
    }

    void registerOut(int index) {
        if (index > count || Unkept.UNSET.equals(values[index - 1])) {
            note(index, Unkept.OUT);
        }
    }

    void registerOut(String name) {
        named().putIfAbsent(name, Unkept.OUT);
    }

    /** Forgets the values; what is registered as an output remains so. */
    void clear() {
        for (int i = 0; i < count; i++) {
            values[i] = Unkept.OUT.equals(values[i]) ? Unkept.OUT : Unkept.UNSET;
        }
        if (named != null) {
            named.values().removeIf(value -> !Unkept.OUT.equals(value));
        }
    }

    @Nullable
    Object[] snapshot() {
        return count == 0 ? NONE : Arrays.copyOf(values, count);
    }

    Map<String, @Nullable Object> namedSnapshot() {
        return named == null ? Map.of() : new LinkedHashMap<>(named);
    }

    private Map<String, @Nullable Object> named() {
        if (named == null) {
            named = new LinkedHashMap<>();
        }
        return named;
    }
}
