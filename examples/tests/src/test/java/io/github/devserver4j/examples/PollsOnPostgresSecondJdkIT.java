package io.github.devserver4j.examples;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the second JDK. */
@EnabledIfEnvironmentVariable(named = Jdk.SECOND_HOME, matches = ".+", disabledReason = Jdk.SKIPPED)
final class PollsOnPostgresSecondJdkIT extends PollsOnPostgresIT {

    @Override
    Jdk jdk() {
        return Jdk.second();
    }
}
