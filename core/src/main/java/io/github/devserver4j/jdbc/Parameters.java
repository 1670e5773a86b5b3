package io.github.devserver4j.jdbc;

import com.p6spy.engine.common.CallableStatementInformation;
import io.github.devserver4j.trace.Faults;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
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

    private final TracingConnection connection;
    private @Nullable Object[] values = NONE;
    private int count;
    private @Nullable Map<String, @Nullable Object> named;

    Parameters(String sql, TracingConnection connection) {
        super(Inert.CONNECTION, sql);
        this.connection = connection;
    }

    /** The parameter has this value now. */
    void note(int index, @Nullable Object value) {
        set(index, captured(value));
    }

    /** The parameter has this value now. */
    void note(String name, @Nullable Object value) {
        named().put(name, captured(value));
    }

    /** The parameter has this date now, in the calendar's zone. */
    void note(int index, @Nullable Date value, @Nullable Calendar calendar) {
        note(index, wallTime(value, calendar));
    }

    /** The parameter has this date now, in the calendar's zone. */
    void note(String name, @Nullable Date value, @Nullable Calendar calendar) {
        note(name, wallTime(value, calendar));
    }

    private static @Nullable Object wallTime(@Nullable Date value, @Nullable Calendar calendar) {
        try {
            return WallTime.of(value, calendar);
        } catch (Throwable fault) { // such as a year beyond what java.time knows
            Faults.report(fault);
            return value;
        }
    }

    /** Outside of a request a value that may change is not kept: that would cost what most likely nobody sees. */
    private @Nullable Object captured(@Nullable Object value) {
        if (value == null || Captured.isFinal(value)) {
            return value;
        }
        try {
            return connection.recorder() == null ? Captured.described(value) : Captured.of(value);
        } catch (Throwable fault) { // such as a list that another thread changes; none of the application's business
            Faults.report(fault);
            return Unkept.unknown(Unkept.typeOf(value));
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
        values[index - 1] = value;
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
        return named == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    private Map<String, @Nullable Object> named() {
        if (named == null) {
            named = new LinkedHashMap<>();
        }
        return named;
    }
}
