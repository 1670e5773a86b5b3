package com.example.springpolls;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.wiring.RestartingPolls;
import io.github.devserver4j.testing.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Restarts by devtools: one block a request as before, and nothing left of what was before. */
class RestartIT {

    private static final int RESTARTS = 3;

    @Test
    void aRestartedApplicationShowsEachRequestOnceAndLeavesNothing() throws Exception {
        long without = loadersAliveAfterRestarts("false");
        try (RunningPolls polls = start("true")) {
            for (int restart = 0; restart < RESTARTS; restart++) {
                polls.get("/alive");
                polls.block();
                expectOneBlock(polls);
                polls.get("/restart");
                polls.awaitRestart(); // the block of /restart is among its lines
            }
            expectOneBlock(polls);
            String alive = polls.get("/alive").body();
            polls.block();
            assertThat(number(alive, "threads")).as("threads of devserver").isEqualTo(1);
            assertThat(number(alive, "loaders")).as("class loaders").isLessThanOrEqualTo(without);
            assertThat(polls.stop()).noneMatch(Lines::isAccessLine);
        }
    }

    /** What devtools and Spring keep themselves. */
    private static long loadersAliveAfterRestarts(String enabled) throws Exception {
        try (RunningPolls polls = start(enabled)) {
            for (int restart = 0; restart < RESTARTS; restart++) {
                polls.get("/alive");
                polls.get("/duplicates");
                polls.get("/restart");
                polls.awaitRestart();
            }
            polls.get("/duplicates");
            return number(polls.get("/alive").body(), "loaders");
        }
    }

    private static void expectOneBlock(RunningPolls polls) throws Exception {
        polls.get("/duplicates");
        List<String> block = Lines.common(polls.block());
        assertThat(block.get(block.size() - 1)).contains("\"GET /duplicates HTTP/1.1\" 200", "(5q)");
    }

    private static RunningPolls start(String enabled) throws Exception {
        return RunningPolls.start(
                ChildJvm.like().home(),
                List.of(
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-cp",
                        ApplicationClassPath.withDevtools(),
                        RestartingPolls.class.getName(),
                        "--spring.devtools.livereload.enabled=false",
                        "--devserver.enabled=" + enabled));
    }

    private static long number(String json, String name) {
        return Long.parseLong(json.replaceFirst(".*\"" + name + "\":(\\d+).*", "$1"));
    }
}
