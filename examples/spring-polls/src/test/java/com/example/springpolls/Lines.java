package com.example.springpolls;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of a block what differs from run to run, and what only Spring knows. */
final class Lines {

    private static final Pattern ACCESS =
            Pattern.compile("\\[\\d\\d/[A-Z][a-z]{2}/\\d{4} \\d\\d:\\d\\d:\\d\\d] (\".*)");
    private static final Pattern TAGGED = Pattern.compile("    \\[([a-z]+)] (?:\\(\\d+ms\\) )?(.*)");

    /** The parts of a block that a servlet has none of: steps of Spring's, and Hibernate's flushes. */
    private static final Set<String> SPRINGS = Set.of("handler", "view", "transaction", "hibernate");

    /** What a statement was for, which only Spring and Hibernate tell, among what else is noted beside it. */
    private static final Set<String> ACTIVITIES = Set.of("while the view renders", "while the body is written");

    private static final Pattern LOADS = Pattern.compile("loads [A-Z]\\w*(\\.\\w+)*");

    /** Depends on how busy the machine is: rows that took a millisecond, and connections that took five. */
    private static final Pattern FETCHED = Pattern.compile("fetched in \\d+ms");

    private static final Pattern WAITED = Pattern.compile("waited \\d+ms for a connection");

    /** The end of a transaction, which one that only reads has if it took five milliseconds. */
    private static final Pattern END = Pattern.compile("COMMIT|ROLLBACK");

    private static final Pattern WRITE = Pattern.compile(" {4}\\[sql] \\(\\d+ms\\) (INSERT|UPDATE|DELETE|MERGE)\\b.*");

    /** As a vote has it. */
    private static final Pattern DATE = Pattern.compile("'\\d{4}-\\d\\d-\\d\\d \\d\\d:[^']*'");

    private Lines() {}

    static boolean isAccessLine(String line) {
        return ACCESS.matcher(line).matches();
    }

    /** What the application logs begins with a date or stands at the margin. */
    static boolean isOfBlock(String line) {
        return line.startsWith("    ") || isAccessLine(line);
    }

    /** The lines of a block that a servlet application has as well, without times, memory and dates. */
    static List<String> common(List<String> block) {
        List<String> common = new ArrayList<>();
        boolean reads = block.stream().noneMatch(line -> WRITE.matcher(line).matches());
        boolean leftOut = false;
        for (String line : block) {
            Matcher access = ACCESS.matcher(line);
            Matcher tagged = TAGGED.matcher(line);
            if (access.matches()) {
                common.add(access(access.group(1)));
            } else if (tagged.matches()) {
                leftOut = SPRINGS.contains(tagged.group(1))
                        || WAITED.matcher(tagged.group(2)).matches()
                        || (reads && END.matcher(tagged.group(2)).matches());
                add(common, leftOut, "[" + tagged.group(1) + "] " + tagged.group(2));
            } else {
                add(common, leftOut, line.strip());
            }
        }
        return common;
    }

    private static void add(List<String> common, boolean leftOut, String line) {
        String text = line.startsWith("-- ") ? notes(line.substring(3)) : line;
        if (!leftOut && !text.isEmpty()) {
            common.add(DATE.matcher(text).replaceAll("'#'"));
        }
    }

    private static String notes(String notes) {
        List<String> common = Stream.of(notes.split(", ", -1))
                .filter(note -> !ACTIVITIES.contains(note))
                .filter(note -> !LOADS.matcher(note).matches())
                .filter(note -> !FETCHED.matcher(note).matches())
                .toList();
        return common.isEmpty() ? "" : "-- " + String.join(", ", common);
    }

    private static String access(String line) {
        return line.replaceFirst("time: \\S+s", "time: #s")
                .replaceAll(": \\d+ms \\(", ": #ms (")
                .replaceFirst("mem: [\\d.]+ \\w+", "mem: #");
    }
}
