package io.github.devserver4j;

import io.github.devserver4j.console.ColorMode;
import io.github.devserver4j.console.ConsoleSettings;
import io.github.devserver4j.console.LogTarget;
import io.github.devserver4j.console.SqlFilter;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All settings, under the names that they have everywhere: {@code devserver.truncate-sql} as system property and in
 * {@code devserver.properties}, {@code DEVSERVER_TRUNCATE_SQL} in the environment. Immutable.
 *
 * @param enabled {@code devserver.enabled} (true): record requests; with Spring Boot, the default is its starter's judgement
 * @param ignoredPrefixes {@code devserver.ignored-prefixes}: paths that are not recorded; {@code /favicon.ico} never is
 * @param truncateSql {@code devserver.truncate-sql} (true): cut select lists to {@code SELECT ...} and long values
 * @param truncateAggregates {@code devserver.truncate-aggregates} (false): cut select lists with aggregates, too
 * @param realtime {@code devserver.realtime} (false): print each call as it happens
 * @param color {@code devserver.color} (auto): auto, always or never
 * @param mask {@code devserver.mask}: further words that make a column, header or parameter a secret
 * @param log {@code devserver.log} (auto): auto, stdout or slf4j
 * @param callLimit {@code devserver.call-limit} (2000): calls of one request kept one by one
 * @param background {@code devserver.background} (false): print calls that no request has made, by thread or task
 * @param callSites {@code devserver.call-sites} (true): find the line of code that made each call
 * @param applicationPackages {@code devserver.application-packages}: where call sites are looked for; when empty, in
 *     all classes that do not come from a library
 * @param filterSql {@code devserver.filter-sql}: a statement in which one of these regular expressions is found is counted and
 *     not listed
 * @param sqlMinDuration {@code devserver.sql-min-duration} (0ms): a statement that took less is counted and not
 *     listed, unless it failed
 */
public record DevServerSettings(
        boolean enabled,
        List<String> ignoredPrefixes,
        boolean truncateSql,
        boolean truncateAggregates,
        boolean realtime,
        ColorMode color,
        List<String> mask,
        LogTarget log,
        int callLimit,
        boolean background,
        boolean callSites,
        List<String> applicationPackages,
        List<String> filterSql,
        Duration sqlMinDuration) {

    public DevServerSettings {
        if (callLimit < 1) {
            throw new IllegalArgumentException("devserver.call-limit=" + callLimit
                    + " is not allowed; allowed: a whole number from 1 to " + Integer.MAX_VALUE);
        }
        filterSql = List.copyOf(filterSql);
        ignoredPrefixes = List.copyOf(ignoredPrefixes);
        mask = List.copyOf(mask);
        applicationPackages = List.copyOf(applicationPackages);
    }

    /** The defaults alone. */
    public static DevServerSettings defaults() {
        return builder().build();
    }

    /**
     * What is set outside of the code; later wins: {@code devserver.properties} on the class path, the file that the
     * environment variable {@code DEVSERVER_CONFIG} names, other environment variables, system properties.
     *
     * @throws IllegalArgumentException if a value is not allowed; the message names the setting, the value, where it
     *     came from and what is allowed
     */
    public static DevServerSettings load() {
        return of(SettingSources.read(Thread.currentThread().getContextClassLoader()));
    }

    /** As {@link #load()}, for the application whose class path {@code application} is, whatever the current thread's is. */
    public static DevServerSettings load(ClassLoader application) {
        return of(SettingSources.read(application));
    }

    /** A builder that starts from what is set outside of the code; see {@link #load(ClassLoader)}. */
    public static DevServerSettingsBuilder loadedBuilder(ClassLoader application) {
        return builder(SettingSources.read(application));
    }

    /** How the console prints by these settings, in this environment: colours depend on the terminal. */
    public ConsoleSettings console() {
        return new ConsoleSettings(
                new TextStyle(truncateSql, truncateAggregates),
                realtime,
                color.colors(System.getenv(), ColorMode.isTerminal()),
                Secrets.defaultsAnd(mask),
                new SqlFilter(filterSql.stream().map(Pattern::compile).toList(), sqlMinDuration.toNanos()));
    }

    /** The names of all settings: {@code devserver.color}. */
    public static List<String> names() {
        return SettingNames.KNOWN;
    }

    private static DevServerSettings of(List<SettingValue> values) {
        return builder(values).build();
    }

    private static DevServerSettingsBuilder builder(List<SettingValue> values) {
        DevServerSettingsBuilder builder = builder();
        values.forEach(builder::set);
        return builder;
    }

    /** A builder that starts from the defaults. */
    public static DevServerSettingsBuilder builder() {
        return new DevServerSettingsBuilder();
    }
}
