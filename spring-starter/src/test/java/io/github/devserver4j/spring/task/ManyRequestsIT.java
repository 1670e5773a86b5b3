package io.github.devserver4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Each of ten thousand concurrent requests has its own calls on its block, and no others. */
@Timeout(180)
final class ManyRequestsIT {

    private static final String ALL_RIGHT = "10000 answered, 10000 blocks as they should be";

    @Test
    void onPlatformThreadsEachBlockHoldsItsOwnCalls() throws Exception {
        assertThat(ManyRequests.run(false)).isEqualTo(ALL_RIGHT);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = ChildJvm.SECOND_JDK_HOME, matches = ".+", disabledReason = ChildJvm.SKIPPED)
    void onVirtualThreadsEachBlockHoldsItsOwnCalls() throws Exception {
        ChildJvm.Output output = ChildJvm.onSecondJdk().run(OnVirtualThreads.class);
        assertThat(output.out().strip()).endsWith(ALL_RIGHT + ", on virtual threads");
    }

    /** Needs a JDK that has them. */
    static final class OnVirtualThreads {
        public static void main(String[] arguments) throws Exception {
            System.out.println(ManyRequests.run(true));
        }
    }
}
