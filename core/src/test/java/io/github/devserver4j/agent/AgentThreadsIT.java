package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.agent.ManyRequestsApplication;
import com.example.agent.ThreadsApplication;
import com.example.agent.VirtualThreadsApplication;
import io.github.devserver4j.testing.ChildJvm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under the agent what other threads do for a request is in its block, and nothing else is. */
@Timeout(300)
final class AgentThreadsIT {

    private static final Pattern PATH = Pattern.compile("\"GET /(\\S+) HTTP");
    private static final Pattern STATEMENT = Pattern.compile("SELECT '([^']*)'");

    static Stream<ChildJvm> jvms() {
        return AgentRun.jvms();
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void eachStatementIsInTheBlockOfTheRequestThatGaveItsTaskAway(ChildJvm jvm) throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("execute", List.of("lambda", "object"));
        expected.put("submit", List.of("runnable", "callable", "of all", "of all"));
        expected.put("casting", List.of("cast 1", "cast 2"));
        expected.put("priorities", List.of("first", "second", "last"));
        expected.put("caller-runs", List.of("by the caller", "after"));
        expected.put("remove", List.of("removed both"));
        expected.put("scheduled", List.of("once"));
        expected.put("fork-join", List.of("submitted", "forked", "common"));
        expected.put("parallel", Stream.generate(() -> "parallel").limit(20).toList());
        expected.put("future", List.of("supplied", "applied", "accepted", "run", "ran", "all", "all"));
        expected.put("completed", List.of("completed"));
        expected.put("built", List.of("built by /built"));
        expected.put("thread", List.of("thread", "own thread"));
        expected.put("foreign-executor", List.of("direct", "delegated"));
        expected.put("late", List.of());
        expected.put("after-late", List.of());
        expected.put("idle", List.of("idle pool"));
        assertThat(statements(jvm, ThreadsApplication.class)).isEqualTo(expected);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = ChildJvm.SECOND_JDK_HOME, matches = ".+", disabledReason = ChildJvm.SKIPPED)
    void virtualThreadsWorkForTheRequestThatStartedThem() throws Exception {
        assertThat(statements(ChildJvm.onSecondJdk(), VirtualThreadsApplication.class))
                .isEqualTo(Map.of(
                        "started", List.of("virtual"),
                        "executor", List.of("per task"),
                        "many", List.of("last of many")));
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void tenThousandRequestsHaveTheirOwnStatementsOnly(ChildJvm jvm) throws Exception {
        String output =
                AgentRun.outputUnderAgent(jvm, ManyRequestsApplication.class).out();
        int requests = 0;
        for (String block : AgentRun.blocksIn(output)) {
            if (block.contains(" running (time")) {
                continue; // told that it takes long: it waits for all others
            }
            String path = pathOf(block);
            if (path.equals("shared")) {
                assertThat(statementsOf(block)).containsExactly("shared");
                continue;
            }
            requests++;
            String number = path.substring(path.indexOf('?') + 1) + " ";
            assertThat(statementsOf(block))
                    .containsExactlyInAnyOrder(number + "a", number + "b", number + "c", number + "d", number + "e");
        }
        assertThat(requests).isEqualTo(10_000);
    }

    /** The statements of each request, by its path. */
    static Map<String, List<String>> statements(ChildJvm jvm, Class<?> application, String... options)
            throws Exception {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        for (String block : AgentRun.underAgent(jvm, application, options)) {
            statements.put(pathOf(block), statementsOf(block));
        }
        return statements;
    }

    private static String pathOf(String block) {
        Matcher path = PATH.matcher(block);
        assertThat(path.find()).as(block).isTrue();
        return path.group(1);
    }

    private static List<String> statementsOf(String block) {
        return STATEMENT
                .matcher(block.lines().filter(line -> !line.contains(" times")).reduce("", (a, b) -> a + "\n" + b))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
