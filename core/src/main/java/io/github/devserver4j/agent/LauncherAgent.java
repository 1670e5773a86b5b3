package io.github.devserver4j.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Named as {@code Launcher-Agent-Class} in the manifest of {@code devserver.jar}: {@code java -jar} calls it before the
 * main method, without a flag and without a warning.
 */
public final class LauncherAgent {

    private static volatile @Nullable Instrumentation instrumentation;

    private LauncherAgent() {}

    /** Called by the JVM. */
    public static void agentmain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** This JVM's instrumentation; null where it was not started by {@code java -jar devserver.jar}. */
    public static @Nullable Instrumentation instrumentation() {
        return instrumentation;
    }
}
