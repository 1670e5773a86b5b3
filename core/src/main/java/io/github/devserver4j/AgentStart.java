package io.github.devserver4j;

import io.github.devserver4j.agent.Agent;
import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.trace.OwnLog;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Starts a devserver in a JVM that was given the agent; called by it by name. */
public final class AgentStart {

    /** Values may be lists themselves. */
    private static final Pattern BETWEEN_OPTIONS = Pattern.compile(",(?=\\s*[a-z-]+=)");

    private AgentStart() {}

    /**
     * Records what this JVM's applications do, unless {@code devserver.enabled} is false.
     *
     * @param options settings without their prefix: {@code truncate-sql=false,mask=pin,iban}; they win over all others
     * @throws IllegalArgumentException if a setting is wrong
     */
    public static void start(@Nullable String options, Instrumentation instrumentation) {
        OwnLog.useStandardError();
        DevServerSettings settings = settings(options);
        if (settings.enabled()) {
            install(DevServer.create(settings), instrumentation, true);
        }
    }

    /**
     * Instruments this JVM's applications, whose calls this devserver records.
     *
     * @param servlets whether requests are recorded by a filter that is added to each context; false if there is one
     */
    public static void install(DevServer devServer, Instrumentation instrumentation, boolean servlets) {
        List<String> ignored = new ArrayList<>(devServer.settings().ignoredPrefixes());
        ignored.add(DevServerFilter.FAVICON);
        Agent.install(
                instrumentation,
                new Recording(devServer.tracer(), devServer.jdbc(), devServer.callSites(), ignored, servlets));
    }

    static DevServerSettings settings(@Nullable String options) {
        DevServerSettingsBuilder builder = DevServerSettings.loadedBuilder(ClassLoader.getSystemClassLoader());
        if (options == null || options.isBlank()) {
            return builder.build();
        }
        for (String option : BETWEEN_OPTIONS.split(options.strip(), -1)) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("\"" + option + "\" is no option of the agent: write"
                        + " -javaagent:devserver-agent.jar=NAME=VALUE,NAME=VALUE, as in truncate-sql=false");
            }
            String name = option.substring(0, equals).strip();
            String setting = name.startsWith("devserver.") ? name : "devserver." + name;
            builder.set(setting, option.substring(equals + 1).strip(), "option of the agent");
        }
        return builder.build();
    }
}
