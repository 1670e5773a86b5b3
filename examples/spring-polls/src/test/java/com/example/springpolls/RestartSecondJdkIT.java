package com.example.springpolls;

import io.github.devserver4j.testing.ChildJvm;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the second JDK. */
@EnabledIfEnvironmentVariable(named = ChildJvm.SECOND_JDK_HOME, matches = ".+", disabledReason = ChildJvm.SKIPPED)
final class RestartSecondJdkIT extends RestartIT {

    @Override
    ChildJvm jvm() {
        return ChildJvm.onSecondJdk();
    }
}
