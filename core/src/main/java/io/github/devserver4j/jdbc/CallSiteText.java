package io.github.devserver4j.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of code as consoles of IDEs make it a link: {@code at com.example.PollDao.find(PollDao.java:57)}. */
final class CallSiteText {

    private CallSiteText() {}

    /** Without the module and the loader that {@link StackTraceElement#toString()} puts in front. */
    static String of(StackTraceElement site) {
        String file = site.getFileName() == null ? "Unknown Source" : site.getFileName();
        String line = site.getLineNumber() < 0 ? "" : ":" + site.getLineNumber();
        return "at " + site.getClassName() + "." + site.getMethodName() + "(" + file + line + ")";
    }

    /** A call that is no statement, and after it, as comments, what went wrong and where it was made. */
    static List<String> lines(String text, @Nullable String error, @Nullable StackTraceElement site) {
        List<String> lines = new ArrayList<>();
        lines.add(text);
        if (error != null) {
            lines.add("-- " + error);
        }
        if (site != null) {
            lines.add("-- " + of(site));
        }
        return lines;
    }
}
