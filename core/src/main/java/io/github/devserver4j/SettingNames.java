package io.github.devserver4j;

import io.github.devserver4j.trace.OwnLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;

/** The names of all settings, to tell a misspelt one from a right one. */
final class SettingNames {

    private static final Logger LOG = OwnLog.get();

    /** Below {@code devserver.}; a test holds this list against {@link DevServerSettingsBuilder}. */
    static final List<String> KNOWN = List.of(
            "devserver.application-packages",
            "devserver.background",
            "devserver.call-limit",
            "devserver.call-sites",
            "devserver.color",
            "devserver.enabled",
            "devserver.filter-sql",
            "devserver.ignored-prefixes",
            "devserver.log",
            "devserver.mask",
            "devserver.realtime",
            "devserver.sql-min-duration",
            "devserver.truncate-aggregates",
            "devserver.truncate-sql");

    private SettingNames() {}

    static void warnOfUnknown(SettingValue value) {
        LOG.log(
                Level.WARNING,
                "{0} ({1}) is no setting of devserver; the nearest is {2}",
                value.name(),
                value.source(),
                nearest(value.name()));
    }

    static String nearest(String name) {
        return KNOWN.stream()
                .min(Comparator.comparingInt(known -> editDistance(known, name)))
                .orElseThrow();
    }

    /** How many letters must be changed, added or removed to make one text of the other (Levenshtein, 1965). */
    private static int editDistance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
