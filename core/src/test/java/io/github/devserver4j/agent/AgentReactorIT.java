package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.agent.ReactorApplication;
import io.github.devserver4j.testing.ChildJvm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under the agent operators of Reactor work for the request that subscribed, once, whatever else carries contexts. */
@Timeout(300)
final class AgentReactorIT {

    static Stream<ChildJvm> jvms() {
        return AgentRun.jvms();
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void operatorsKeepTheirRequest(ChildJvm jvm) throws Exception {
        assertThat(AgentThreadsIT.statements(jvm, ReactorApplication.class)).isEqualTo(expected());
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void automaticContextPropagationChangesNothing(ChildJvm jvm) throws Exception {
        assertThat(AgentThreadsIT.statements(jvm, ReactorApplication.class, "-Dpropagation=true"))
                .isEqualTo(expected());
    }

    private static Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("schedulers", List.of("called", "mapped", "published"));
        expected.put("foreign", List.of("after the answer", "after the second", "published after it"));
        expected.put("error", List.of("resumed", "terminating"));
        expected.put("flux", List.of("element 1", "element 2"));
        expected.put("delay", List.of("tick", "tick", "ticked"));
        expected.put("cancel", List.of("cancelled"));
        expected.put("fused", List.of("fused 50"));
        expected.put("parallel", List.of("rail", "rail", "rail", "rail"));
        expected.put("shared", List.of("shared", "shared"));
        expected.put("assembled-before", List.of("assembled before"));
        expected.put("late", List.of());
        expected.put("after-late", List.of());
        return expected;
    }
}
