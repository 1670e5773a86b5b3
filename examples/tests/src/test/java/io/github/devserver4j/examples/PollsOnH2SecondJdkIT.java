package io.github.devserver4j.examples;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the second JDK. */
@EnabledIfEnvironmentVariable(named = Jdk.SECOND_HOME, matches = ".+", disabledReason = Jdk.SKIPPED)
final class PollsOnH2SecondJdkIT extends PollsOnH2IT {

    @Override
    Jdk jdk() {
        return Jdk.second();
    }
}
