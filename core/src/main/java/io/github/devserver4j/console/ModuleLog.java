package io.github.devserver4j.console;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one block while it is put together. Not thread-safe.
 *
 * <pre>
 *     [sql] (1ms) SELECT ...
 *                 FROM "polls_event"
 *                 -- 1 row, at com.example.polls.PollDao.state(PollDao.java:42)
 *     [sql] (1ms) 1 queries with 0 duplicates
 * </pre>
 */
public final class ModuleLog {

    private static final String INDENT = "    ";

    private final Ansi ansi;
    private final boolean complete;
    private final StringBuilder block = new StringBuilder();

    /**
     * An empty block.
     *
     * @param complete whether a line break inside a line, as a string literal may have it, is kept as it is, at the margin,
     *     for pasting; otherwise it is shown as {@code ␊}
     */
    ModuleLog(Ansi ansi, boolean complete) {
        this.ansi = ansi;
        this.complete = complete;
    }

    /** Adds a message that took no time of its own. Its second and later lines are aligned under the first. */
    public void log(String tag, List<String> message) {
        append(tag, null, message);
    }

    /** Adds a message that took {@code durationNanos} nanoseconds, printed in whole milliseconds. */
    public void log(String tag, long durationNanos, List<String> message) {
        append(tag, "(" + TimeUnit.NANOSECONDS.toMillis(durationNanos) + "ms)", message);
    }

    private void append(String tag, @Nullable String duration, List<String> message) {
        if (message.isEmpty()) {
            return;
        }
        String bracketed = "[" + tag + "]";
        int width = INDENT.length() + bracketed.length() + 1 + (duration == null ? 0 : duration.length() + 1);
        newLine();
        block.append(INDENT).append(ansi.tag(bracketed)).append(' ');
        if (duration != null) {
            block.append(ansi.duration(duration)).append(' ');
        }
        String separator = "";
        for (String line : message) {
            block.append(separator).append(painted(printable(line)));
            separator = "\n" + " ".repeat(width);
        }
    }

    /** Adds a line as it is, at the margin. */
    void line(String line) {
        newLine();
        block.append(line);
    }

    boolean isEmpty() {
        return block.isEmpty();
    }

    String block() {
        return block.toString();
    }

    private void newLine() {
        if (!block.isEmpty()) {
            block.append('\n');
        }
    }

    private String printable(String line) {
        if (!complete || line.indexOf('\n') < 0) {
            return Printable.of(line);
        }
        return line.lines().map(Printable::of).collect(Collectors.joining("\n"));
    }

    private String painted(String line) {
        return line.startsWith("-- ") ? ansi.comment(line) : line;
    }
}
