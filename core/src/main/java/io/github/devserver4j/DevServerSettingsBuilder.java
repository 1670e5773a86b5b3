package io.github.devserver4j;

import io.github.devserver4j.console.ColorMode;
import io.github.devserver4j.console.LogTarget;
import io.github.devserver4j.trace.TraceSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Builds {@link DevServerSettings}; each option is documented there. Not thread-safe. */
public final class DevServerSettingsBuilder {

    private boolean enabled = true;
    private List<String> ignoredPrefixes = List.of();
    private boolean truncateSql = true;
    private boolean truncateAggregates;
    private boolean realtime;
    private ColorMode color = ColorMode.AUTO;
    private List<String> mask = List.of();
    private LogTarget log = LogTarget.AUTO;
    private int callLimit = TraceSettings.DEFAULT_CALL_LIMIT;
    private boolean background;
    private boolean callSites = true;
    private List<String> applicationPackages = List.of();
    private List<String> filterSql = List.of();
    private Duration sqlMinDuration = Duration.ZERO;

    DevServerSettingsBuilder() {}

    /** {@code devserver.ignored-prefixes}. */
    public DevServerSettingsBuilder ignoredPrefixes(String... prefixes) {
        this.ignoredPrefixes = List.of(prefixes);
        return this;
    }

    /** {@code devserver.truncate-sql}. */
    public DevServerSettingsBuilder truncateSql(boolean truncate) {
        this.truncateSql = truncate;
        return this;
    }

    /** {@code devserver.truncate-aggregates}. */
    public DevServerSettingsBuilder truncateAggregates(boolean truncate) {
        this.truncateAggregates = truncate;
        return this;
    }

    /** {@code devserver.realtime}. */
    public DevServerSettingsBuilder realtime(boolean eachCallAsItHappens) {
        this.realtime = eachCallAsItHappens;
        return this;
    }

    /** {@code devserver.color}. */
    public DevServerSettingsBuilder color(ColorMode mode) {
        this.color = mode;
        return this;
    }

    /** {@code devserver.mask}. */
    public DevServerSettingsBuilder mask(String... words) {
        this.mask = List.of(words);
        return this;
    }

    /** {@code devserver.log}. */
    public DevServerSettingsBuilder log(LogTarget target) {
        this.log = target;
        return this;
    }

    /** {@code devserver.enabled}. */
    public DevServerSettingsBuilder enabled(boolean record) {
        this.enabled = record;
        return this;
    }

    /** {@code devserver.call-limit}, at least 1. */
    public DevServerSettingsBuilder callLimit(int limit) {
        this.callLimit = limit;
        return this;
    }

    /** {@code devserver.background}. */
    public DevServerSettingsBuilder background(boolean print) {
        this.background = print;
        return this;
    }

    /** {@code devserver.call-sites}. */
    public DevServerSettingsBuilder callSites(boolean find) {
        this.callSites = find;
        return this;
    }

    /** {@code devserver.application-packages}. */
    public DevServerSettingsBuilder applicationPackages(String... packages) {
        this.applicationPackages = List.of(packages);
        return this;
    }

    /**
     * {@code devserver.filter-sql}.
     *
     * @throws java.util.regex.PatternSyntaxException if one of these is no regular expression
     */
    public DevServerSettingsBuilder filterSql(String... hidden) {
        this.filterSql = Arrays.stream(hidden)
                .map(Pattern::compile)
                .map(Pattern::pattern)
                .toList();
        return this;
    }

    /** {@code devserver.sql-min-duration}. */
    public DevServerSettingsBuilder sqlMinDuration(Duration shortest) {
        this.sqlMinDuration = shortest;
        return this;
    }

    /**
     * Sets one option from text, as further places keep it.
     *
     * @param name the setting's name: {@code devserver.color}; one that is not known is told in a warning
     * @param source where it was found, for error messages: {@code application.yaml:12}
     * @throws IllegalArgumentException if the text is not allowed; the message says what is
     */
    public DevServerSettingsBuilder set(String name, String text, String source) {
        set(new SettingValue(name, text, source));
        return this;
    }

    /** Sets one option from text, as it was found in a file, the environment or a system property. */
    void set(SettingValue value) {
        switch (value.name()) {
            case "devserver.ignored-prefixes" -> ignoredPrefixes = value.asList();
            case "devserver.truncate-sql" -> truncateSql = value.asBoolean();
            case "devserver.truncate-aggregates" -> truncateAggregates = value.asBoolean();
            case "devserver.realtime" -> realtime = value.asBoolean();
            case "devserver.color" -> color = value.asEnum(ColorMode.class);
            case "devserver.mask" -> mask = value.asList();
            case "devserver.log" -> log = value.asEnum(LogTarget.class);
            case "devserver.call-limit" -> callLimit = value.asPositiveInt();
            case "devserver.background" -> background = value.asBoolean();
            case "devserver.call-sites" -> callSites = value.asBoolean();
            case "devserver.filter-sql" -> filterSql = value.asPatterns();
            case "devserver.sql-min-duration" -> sqlMinDuration = value.asDuration();
            case "devserver.enabled" -> enabled = value.asBoolean();
            case "devserver.application-packages" -> applicationPackages = value.asList();
            default -> SettingNames.warnOfUnknown(value);
        }
    }

    /** The settings as they are now. */
    public DevServerSettings build() {
        return new DevServerSettings(
                enabled,
                ignoredPrefixes,
                truncateSql,
                truncateAggregates,
                realtime,
                color,
                mask,
                log,
                callLimit,
                background,
                callSites,
                applicationPackages,
                filterSql,
                sqlMinDuration);
    }
}
