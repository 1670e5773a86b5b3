package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TimedCall;
import io.github.devserver4j.trace.Timing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of DynamoDB. Immutable. In lines:
 *
 * <pre>
 * GetItem polls_state {id: "doi"}  1 item, 0.5 RCU, at com.example.polls.PollDao.state(PollDao.java:42)
 * Query polls_votes event = "doi"  3 pages, 250 items, 12.5 RCU, at com.example.polls.PollDao.votes(PollDao.java:57)
 * </pre>
 *
 * <p>The pages of one query are told by its first page, with the sum of all; the others are not listed.
 *
 * @param name the operation as DynamoDB calls it: {@code GetItem}
 * @param asked what it asked for
 * @param answer what came back for this call alone
 * @param group the sum of this page and those that followed it; null but for the first of several
 * @param groupNanos how long all of them took, in nanoseconds
 * @param following whether this is a page that followed another
 * @param timing when it was made, from where, and how it ended
 */
public record DynamoDbCall(
        String name,
        Asked asked,
        Answer answer,
        @Nullable Answer group,
        long groupNanos,
        boolean following,
        Timing timing)
        implements TimedCall {

    /** The longest line that is not broken in two, in characters. */
    private static final int MAX_LINE = 120;

    @Override
    public CallKind kind() {
        return DynamoDbKind.DYNAMODB;
    }

    /** Of the whole group. */
    @Override
    public long durationNanos() {
        return group == null ? timing.durationNanos() : groupNanos;
    }

    @Override
    public boolean listed() {
        return !following || timing.error() != null || !timing.ended();
    }

    @Override
    public String summary() {
        return asked.text().isEmpty() ? label() : name + " " + asked.text();
    }

    @Override
    public Object identity() {
        return asked.key() == null ? summary() : List.of(name, asked.tables(), asked.key());
    }

    @Override
    public List<String> lines(TextStyle style) {
        String note = timing.note((group == null ? answer : group).facts());
        String error = timing.error();
        String summary = summary();
        String line = note.isEmpty() ? summary : summary + "  " + note;
        if (error == null && line.length() <= MAX_LINE) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>(List.of(summary));
        if (error != null) {
            lines.add("-- " + error);
        }
        if (!note.isEmpty()) {
            lines.add("-- " + note);
        }
        return lines;
    }

    /** Operation and tables. */
    @Override
    public Object operation() {
        return new Operation(name, asked.tables().size() == 1 ? asked.tables().get(0) : null);
    }

    @Override
    public String operationText(TextStyle style) {
        return label();
    }

    private String label() {
        return asked.tables().isEmpty() ? name : name + " " + String.join(", ", asked.tables());
    }

    /** What the rounds of a loop have in common. */
    record Operation(String name, @Nullable String table) {
        String text() {
            return table == null ? name : name + " " + table;
        }
    }
}
