package com.example.springpolls;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.wiring.RestartingPolls;
import io.github.devserver4j.testing.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Restarts by devtools: one block a request as before, and nothing left of what was before. */
class RestartIT {

    private static final int RESTARTS = 3;

    /** The one in use, and the first: what the JVM runs when it ends was started by it. */
    private static final int LOADERS_WITHOUT_DEVSERVER = 2;

    ChildJvm jvm() {
        return ChildJvm.like();
    }

    @Test
    void aRestartedApplicationShowsEachRequestOnceAndLeavesNothing() throws Exception {
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
            assertThat(number(alive, "loaders")).as("class loaders").isEqualTo(LOADERS_WITHOUT_DEVSERVER);
            assertThat(polls.stop()).noneMatch(Lines::isAccessLine);
        }
    }

    /** Without devserver old class loaders go, and one that is kept would be seen: else the other test tells nothing. */
    @Test
    void whatIsAliveAfterRestartsIsSeen() throws Exception {
        try (RunningPolls polls = start("false")) {
            for (int restart = 0; restart < RESTARTS; restart++) {
                polls.get("/alive");
                restart(polls);
            }
            String alive = polls.get("/alive").body();
            assertThat(number(alive, "threads")).as("threads of devserver").isZero();
            assertThat(number(alive, "loaders")).as("class loaders").isEqualTo(LOADERS_WITHOUT_DEVSERVER);
            polls.get("/keep");
            restart(polls);
            assertThat(number(polls.get("/alive").body(), "loaders")).isEqualTo(LOADERS_WITHOUT_DEVSERVER + 1);
        }
    }

    private static void restart(RunningPolls polls) throws Exception {
        polls.get("/duplicates");
        polls.get("/restart");
        polls.awaitRestart();
        polls.get("/duplicates");
    }

    private static void expectOneBlock(RunningPolls polls) throws Exception {
        polls.get("/duplicates");
        List<String> block = Lines.common(polls.block());
        assertThat(block.get(block.size() - 1)).contains("\"GET /duplicates HTTP/1.1\" 200", "(5q)");
    }

    private RunningPolls start(String enabled) throws Exception {
        return RunningPolls.start(
                jvm().home(),
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
