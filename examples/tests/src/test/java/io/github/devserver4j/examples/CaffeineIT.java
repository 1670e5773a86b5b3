package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The caches that an application builds by its own Caffeine. */
class CaffeineIT {

    @TempDir
    private Path folder;

    @Test
    void cachesOfAllKindsAreRecorded() throws Exception {
        recorded(Jdk.main());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Jdk.SECOND_HOME, matches = ".+", disabledReason = Jdk.SKIPPED)
    void cachesOfAllKindsAreRecordedOnTheSecondJdk() throws Exception {
        recorded(Jdk.second());
    }

    private void recorded(Jdk jdk) throws Exception {
        Path war = app().libs("caffeine").war();
        try (RunningServer server = Launch.runserver(war).on(jdk).start()) {
            assertThat(server.body("/caches")).isEqualTo("a!b!c!d!a!b!c!d!written 1 1");
            assertThat(server.block()).isEqualTo("""
                        [cache] (#ms) 10 calls made with a 50% hit percentage (4 misses)
                                      CacheServlet.java:19: 4 calls, 50%
                                      CacheServlet.java:21: 2 calls, 50%
                                      CacheServlet.java:22: 2 calls, 50%
                                      CacheServlet.java:24: 2 calls, 50%
                    [date] "GET /caches HTTP/1.1" 200 27 (time: #s; sql: #ms (0q); mem: #)""");
            server.stopSilently();
        }
    }

    @Test
    void anOlderCaffeineWorksAndIsWarnedOfOnce() throws Exception {
        Path war = app().lib(Repository.otherVersion("caffeine-2.9.3.jar")).war();
        try (RunningServer server = Launch.runserver(war).start()) {
            assertThat(server.body("/caches")).isEqualTo("a!b!c!d!a!b!c!d!written 1 1");
            assertThat(server.block())
                    .isEqualTo("[date] \"GET /caches HTTP/1.1\" 200 27 (time: #s; sql: #ms (0q); mem: #)");
            server.stop();
            assertThat(server.remainingErr())
                    .isEqualTo(
                            List.of(
                                    "WARN  devserver: caches of Caffeine are not recorded: Caffeine before 3.0 is not supported"));
            assertThat(server.remainingOut()).isEmpty();
        }
    }

    private WebAppFiles app() throws Exception {
        return WebAppFiles.in(folder, "caches").classes("com.example.caches").libs("jspecify");
    }
}
