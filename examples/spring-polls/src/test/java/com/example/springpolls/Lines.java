package com.example.springpolls;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a block what differs from run to run, and what only Spring knows. */
final class Lines {

    private static final Pattern ACCESS =
            Pattern.compile("\\[\\d\\d/[A-Z][a-z]{2}/\\d{4} \\d\\d:\\d\\d:\\d\\d] (\".*)");
    private static final Pattern TAGGED = Pattern.compile("    \\[([a-z]+)] \\(\\d+ms\\) (.*)");
    private static final Pattern TAGGED_UNTIMED = Pattern.compile("    \\[([a-z]+)] (.*)");

    /** A servlet has none of these. */
    private static final Set<String> STEPS = Set.of("handler", "view", "transaction");

    /** What is noted beside a statement of Hibernate's and of where it was issued. */
    private static final Pattern NOTES = Pattern.compile(
            ", while the view renders|while the view renders|, fetched in \\d+ms|, (?:loads?|loading|for|flush)[^,]*");

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
        boolean step = false;
        for (String line : block) {
            Matcher tagged = TAGGED.matcher(line);
            Matcher untimed = TAGGED_UNTIMED.matcher(line);
            Matcher access = ACCESS.matcher(line);
            if (access.matches()) {
                common.add(access(access.group(1)));
                continue;
            }
            if (tagged.matches()) {
                step = STEPS.contains(tagged.group(1));
                add(common, step, "[" + tagged.group(1) + "] " + tagged.group(2));
            } else if (untimed.matches()) {
                step = STEPS.contains(untimed.group(1));
                add(common, step, "[" + untimed.group(1) + "] " + untimed.group(2));
            } else {
                add(common, step, line.strip());
            }
        }
        return common;
    }

    private static void add(List<String> common, boolean step, String line) {
        String text = NOTES.matcher(line).replaceAll("").replaceAll("'\\d{4}-\\d\\d-\\d\\d \\d\\d:[^']*'", "'#'");
        boolean empty = text.isBlank() || text.strip().equals("--");
        if (!step && !empty && !text.contains("for a connection")) {
            common.add(text);
        }
    }

    private static String access(String line) {
        return line.replaceFirst("time: \\S+s", "time: #s")
                .replaceAll(": \\d+ms \\(", ": #ms (")
                .replaceFirst("mem: [\\d.]+ \\w+", "mem: #");
    }
}
