package io.github.devserver4j.console;

import io.github.devserver4j.trace.TextStyle;
import java.util.HashSet;
import java.util.Set;

/**
 * What the developer has chosen to see while the application runs. Immutable, so that a block is printed by one choice.
 *
 * @param verbosity how much of a request is printed
 * @param off the tags of modules that are turned off
 */
record ConsoleView(Verbosity verbosity, Set<String> off) {

    ConsoleView {
        off = Set.copyOf(off);
    }

    /** What the settings say. */
    static ConsoleView of(TextStyle style) {
        return new ConsoleView(style.truncateSql() ? Verbosity.NORMAL : Verbosity.VERBOSE, Set.of());
    }

    ConsoleView with(Verbosity chosen) {
        return new ConsoleView(chosen, off);
    }

    ConsoleView with(String tag, boolean on) {
        Set<String> tags = new HashSet<>(off);
        if (on) {
            tags.remove(tag);
        } else {
            tags.add(tag);
        }
        return new ConsoleView(verbosity, tags);
    }

    boolean isOn(String tag) {
        return verbosity != Verbosity.QUIET && !off.contains(tag);
    }

    TextStyle style(TextStyle configured) {
        return new TextStyle(verbosity != Verbosity.VERBOSE, configured.truncateAggregates());
    }
}
