package io.github.devserver4j.console;

import io.github.devserver4j.trace.Call;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which statements are listed one by one. Those that are not are counted in the summary all the same. Immutable.
 *
 * @param hidden a statement in which one of these is found is not listed; looked for in its text, with placeholders and with values
 * @param minimumNanos a statement that took less, in nanoseconds, is not listed unless it failed
 */
public record SqlFilter(List<Pattern> hidden, long minimumNanos) {

    /** Lists all statements. */
    public static final SqlFilter NONE = new SqlFilter(List.of(), 0);

    private static final String SQL = "sql";

    public SqlFilter {
        hidden = List.copyOf(hidden);
    }

    /** Whether the call is listed; calls that are no SQL always are. */
    boolean lists(Call call) {
        return !call.kind().tag().equals(SQL)
                || ((call.durationNanos() >= minimumNanos || call.error() != null) && listsOperationOf(call));
    }

    /** Whether calls of this sort are listed, however long they take. */
    boolean listsOperationOf(Call call) {
        return hidden.isEmpty()
                || !call.kind().tag().equals(SQL)
                || !(isHidden(call.operation().toString()) || isHidden(call.summary()));
    }

    private boolean isHidden(String text) {
        return hidden.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
