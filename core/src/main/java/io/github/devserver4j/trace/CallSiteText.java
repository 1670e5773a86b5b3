package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of code as consoles of IDEs make it a link: {@code at com.example.PollDao.find(PollDao.java:57)}. */
public final class CallSiteText {

    private CallSiteText() {}

    /** Without the module and the loader that {@link StackTraceElement#toString()} puts in front. */
    public static String of(StackTraceElement site) {
        String file = site.getFileName() == null ? "Unknown Source" : site.getFileName();
        String line = site.getLineNumber() < 0 ? "" : ":" + site.getLineNumber();
        return "at " + site.getClassName() + "." + site.getMethodName() + "(" + file + line + ")";
    }

    /** As {@link #of}, with {@code likely} in front where the line was not looked up for this very call. */
    public static String of(StackTraceElement site, boolean assumed) {
        return (assumed ? "likely " : "") + of(site);
    }

    /** A call that is no statement, and after it, as comments, what went wrong and where it was made. */
    public static List<String> lines(String text, @Nullable String error, @Nullable StackTraceElement site) {
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
