package io.github.devserver4j.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a block what differs from run to run: dates, durations and memory. */
final class Masks {

    private static final String MESSAGE_COLUMN = " ".repeat("    [sql] (0ms) ".length());
    private static final Pattern ACCESS_LINE =
            Pattern.compile("\\[\\d\\d/[A-Z][a-z]{2}/\\d{4} \\d\\d:\\d\\d:\\d\\d] (\".*)");
    private static final Pattern TAGGED = Pattern.compile("( {4}\\[[a-z]+] \\()(\\d+)(ms\\) .*)");
    private static final Pattern IN_ACCESS_LINE =
            Pattern.compile("(time: )\\d+\\.\\d\\d(s)|(: )\\d+(ms \\()|(mem: )[\\d.]+ (?:bytes|KB|MB|GB)");
    private static final Pattern TIMESTAMP = Pattern.compile("'\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.+:\\d]*'");

    /** Only told of rows that took their time. */
    private static final Pattern FETCHING = Pattern.compile(", fetched in \\d+ms");

    /** Only told of a connection that took its time. */
    private static final Pattern WAITING =
            Pattern.compile(" {4}\\[sql] \\(\\d+ms\\) waited \\d+ms for a connection\n +-- at .*\n");

    private Masks() {}

    static boolean isAccessLine(String line) {
        return ACCESS_LINE.matcher(line).matches();
    }

    static String mask(String text) {
        return TIMESTAMP.matcher(durations(text)).replaceAll("'#'");
    }

    /** The block with its values as they are. */
    static String durations(String text) {
        String block = WAITING.matcher(text).replaceAll("");
        List<String> masked = new ArrayList<>();
        int indent = 0;
        for (String line : block.lines().toList()) {
            Matcher tagged = TAGGED.matcher(line);
            Matcher access = ACCESS_LINE.matcher(line);
            if (tagged.matches()) {
                indent = tagged.group(2).length() - 1;
                masked.add(tagged.group(1) + "#" + tagged.group(3));
            } else if (access.matches()) {
                masked.add("[date] " + inAccessLine(access.group(1)));
            } else {
                masked.add(FETCHING.matcher(dedent(line, indent)).replaceAll(""));
            }
        }
        return String.join("\n", masked);
    }

    private static String inAccessLine(String line) {
        return IN_ACCESS_LINE.matcher(line).replaceAll(found -> {
            if (found.group(1) != null) {
                return "time: #s";
            }
            return found.group(3) != null ? ": #ms (" : "mem: #";
        });
    }

    /** Later lines stand below the message, further right by each digit of the duration. */
    private static String dedent(String line, int columns) {
        return line.startsWith(MESSAGE_COLUMN) ? line.substring(columns) : line;
    }
}
