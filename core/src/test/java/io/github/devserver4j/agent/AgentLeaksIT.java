package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.agent.ManyTasksApplication;
import io.github.devserver4j.testing.ChildJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under the agent nothing is kept of tasks that are over, nor of those that never run. */
@Timeout(300)
final class AgentLeaksIT {

    /** Of 50,000 tasks: the last request's may still be there. */
    private static final int AT_MOST_MORE = 20;

    static Stream<ChildJvm> jvms() {
        return AgentRun.jvms();
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void nothingGrowsWithTheNumberOfTasks(ChildJvm jvm) throws Exception {
        String output =
                AgentRun.outputUnderAgent(jvm, ManyTasksApplication.class).out();
        List<Map<String, Integer>> halves = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (line.startsWith("tasks: ")) {
                halves.add(new TreeMap<>());
            } else if (line.startsWith("live: ")) {
                String[] words = line.split(" ", -1);
                if (isOurs(words[2])) {
                    halves.get(halves.size() - 1).put(words[2], Integer.valueOf(words[1]));
                }
            }
        }
        assertThat(halves).hasSize(2);
        Map<String, Integer> before = halves.get(0);
        assertThat(before).containsKey(AgentRun.class.getPackageName() + ".TaskRequests");
        assertThat(halves.get(1))
                .allSatisfy((name, live) ->
                        assertThat(live).as(name).isLessThanOrEqualTo(before.getOrDefault(name, 0) + AT_MOST_MORE));
    }

    private static boolean isOurs(String className) {
        return className.contains("io.github.devserver4j.") || className.contains("com.p6spy.");
    }
}
