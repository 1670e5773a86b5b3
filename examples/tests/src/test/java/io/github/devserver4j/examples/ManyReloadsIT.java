package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reloading goes on for a day's work: 200 saves, with {@code -Dlong=true} a thousand. */
@EnabledOnOs(OS.LINUX)
class ManyReloadsIT {

    private static final int SAVES = Boolean.getBoolean("long") ? 1_000 : 200;
    private static final int WARM = 20;

    @TempDir
    private Path folder;

    @Test
    void nothingGrows() throws Exception {
        SourceProject project = new SourceProject(folder);
        project.servlet("Hello", "0");
        try (RunningServer server = project.start()) {
            List<Long> millis = new ArrayList<>();
            long threads = 0;
            long files = 0;
            for (int save = 1; save <= SAVES; save++) {
                long begin = System.nanoTime();
                project.servlet("Hello", Integer.toString(save));
                ReloadIT.becomes(server, "/hello", Integer.toString(save));
                millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
                if (save == WARM) {
                    threads = entries(server, "task");
                    files = entries(server, "fd");
                }
            }
            jcmd(server, "GC.run");
            assertThat(entries(server, "task")).as("threads").isLessThanOrEqualTo(threads + 5);
            assertThat(entries(server, "fd")).as("open files").isLessThanOrEqualTo(files + 10);
            assertThat(loaders(server)).as("class loaders of the application").isLessThanOrEqualTo(12);
            Collections.sort(millis);
            System.out.printf(
                    "save to first new answer, %d saves: median %d ms, best %d ms, worst %d ms%n",
                    SAVES, millis.get(SAVES / 2), millis.get(0), millis.get(SAVES - 1));
        }
    }

    private static long entries(RunningServer server, String kind) throws Exception {
        try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(server.pid()), kind))) {
            return entries.count();
        }
    }

    private static long loaders(RunningServer server) throws Exception {
        return jcmd(server, "GC.class_histogram")
                .lines()
                .filter(line -> line.endsWith(".WebAppClassLoader") || line.contains(".WebAppClassLoader "))
                .mapToLong(line -> Long.parseLong(line.strip().split(" +", -1)[1]))
                .sum();
    }

    private static String jcmd(RunningServer server, String command) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
