package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status line and the keys, on a terminal. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "script of util-linux makes the terminal")
class TerminalIT {

    private static final String POLL = "/api/1.0/show/doctor-who/state";

    @Test
    void theStatusLineStaysBelowBlocksAndKeysChangeThem() throws Exception {
        keys(Jdk.main());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Jdk.SECOND_HOME, matches = ".+", disabledReason = Jdk.SKIPPED)
    void onTheSecondJdkTooAndWithoutAWarning() throws Exception {
        keys(Jdk.second());
    }

    private static void keys(Jdk jdk) throws Exception {
        try (PseudoTerminal terminal = start(jdk)) {
            terminal.get(POLL);
            terminal.shows("   1 request   0 reloads   ? help");
            assertThat(String.join("\n", terminal.screen()))
                    .contains("[sql] (", "-- 0 rows")
                    .doesNotContainIgnoringCase("warning");
            terminal.press("s");
            terminal.shows("   1 request   0 reloads   SQL off   ? help");
            int before = count(terminal, "[sql]");
            terminal.get(POLL);
            terminal.shows("   2 requests   0 reloads   SQL off   ? help");
            assertThat(count(terminal, "[sql]")).isEqualTo(before);
            terminal.press("sv");
            terminal.shows("   2 requests   0 reloads   verbose   ? help");
            terminal.get(POLL);
            terminal.shows("   3 requests   0 reloads   verbose   ? help");
            assertThat(String.join("\n", terminal.screen())).contains("\"polls_numericpoll\".\"id\"");
            terminal.press("v");
            terminal.shows("   3 requests   0 reloads   quiet   ? help");
            int lines = terminal.screen().size();
            terminal.get(POLL);
            terminal.shows("   4 requests   0 reloads   quiet   ? help");
            assertThat(terminal.screen()).hasSize(lines + 1);
            terminal.press("?");
            terminal.shows("    q  quit\n    ?  this help\n " + terminal.uri("/")
                    + "   4 requests   0 reloads   quiet   ? help");
            terminal.press("r");
            terminal.shows("   4 requests   1 reload");
            terminal.press("q");
            terminal.shows("status 0");
            assertRestored(terminal);
            assertThat(terminal.raw().indexOf('\u001b'))
                    .as("colours, which NO_COLOR forbids")
                    .isEqualTo(terminal.raw().indexOf("\u001b[J"));
        }
    }

    @Test
    void oOpensTheBrowserThatTheDeveloperHasChosen(@TempDir Path folder) throws Exception {
        Path browser = Files.writeString(
                folder.resolve("browser"),
                "#!/bin/sh\necho \"$1\" > " + folder + "/tmp\n" + "mv " + folder + "/tmp " + folder
                        + "/opened\necho noise\n");
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        try (PseudoTerminal terminal = PseudoTerminal.runserver(
                        Jdk.main(), Map.of("BROWSER", browser.toString()), Repository.POLLS.toString(), "127.0.0.1:0")
                .shows("/   0 requests   0 reloads   ? help")) {
            terminal.press("o");
            while (Files.notExists(folder.resolve("opened"))) {
                Thread.onSpinWait();
            }
            assertThat(folder.resolve("opened")).hasContent(terminal.uri("/").toString());
            terminal.press("q");
            terminal.shows("status 0");
            assertThat(terminal.raw()).doesNotContain("noise");
        }
    }

    @ParameterizedTest
    @CsvSource({"CONTROL-C, 130", "TERM, 143"})
    void theTerminalIsRestoredWhenTheLauncherIsEnded(String how, int status) throws Exception {
        try (PseudoTerminal terminal = start(Jdk.main())) {
            if (how.equals("TERM")) {
                terminal.terminate();
            } else {
                terminal.press("\u0003");
            }
            terminal.shows("status " + status);
            assertRestored(terminal);
        }
    }

    @Test
    void theTerminalIsRestoredWhenTheApplicationFailsToStart(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("WEB-INF"));
        Files.writeString(folder.resolve("WEB-INF/web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.1">
                  <listener><listener-class>com.example.Missing</listener-class></listener>
                </web-app>
                """);
        try (PseudoTerminal terminal =
                PseudoTerminal.runserver(Jdk.main(), Map.of(), folder.toString(), "127.0.0.1:0")) {
            terminal.shows("status 1");
            assertRestored(terminal);
            assertThat(terminal.screen())
                    .anyMatch(line -> line.startsWith("Error: " + folder + " failed to start: "))
                    .noneMatch(line -> line.contains("help"));
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, dumb, ''", "CI, true, ''", "TERM, xterm, --plain"})
    void whereItIsNotWantedThereAreLinesAlone(String name, String value, String option) throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.runserver(
                        Jdk.main(), Map.of(name, value), Repository.POLLS.toString(), "127.0.0.1:0", option)
                .shows("Quit the server")) {
            terminal.get(POLL);
            terminal.shows("\"GET " + POLL);
            terminal.press("\u0003");
            terminal.shows("status 130");
            assertThat(terminal.raw()).doesNotContain("\u001b", "? help");
        }
    }

    @Test
    void blocksOfManyRequestsAtOnceStayWhole() throws Exception {
        int requests = 300;
        try (PseudoTerminal terminal = start(Jdk.main())) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            CompletableFuture<?>[] all = new CompletableFuture<?>[requests];
            for (int i = 0; i < requests; i++) {
                all[i] = CompletableFuture.runAsync(() -> get(terminal), threads);
            }
            CompletableFuture.allOf(all).join();
            threads.shutdown();
            terminal.shows("   " + requests + " requests   0 reloads   ? help");
            List<String> printed = terminal.screen();
            int start = indexOfFirst(printed, "Quit the server");
            List<String> blocks = printed.subList(start + 1, printed.size() - 1);
            assertThat(blocks.stream().filter(Masks::isAccessLine)).hasSize(requests);
            // Lines that got among those of another block would make a form of their own.
            assertThat(forms(blocks)).singleElement().asString().startsWith("    [sql] (#ms) SELECT ");
        }
    }

    /** The different blocks, without their numbers and without what only some of them have had to wait for. */
    private static Set<String> forms(List<String> lines) {
        Set<String> forms = new TreeSet<>();
        StringBuilder block = new StringBuilder();
        for (String line : lines) {
            block.append(line.strip().startsWith("[") ? line : line.strip()).append('\n');
            if (Masks.isAccessLine(line)) {
                forms.add(block.toString()
                        .replaceAll("    \\[sql] \\(\\d+ms\\) waited .*\n-- at .*\n", "")
                        .replaceAll("fetched in \\d+ms, ", "")
                        .replaceAll("[0-9.]+ ?[KM]?B?", "#"));
                block.setLength(0);
            }
        }
        return forms;
    }

    private static void get(PseudoTerminal terminal) {
        try {
            terminal.get(POLL);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static PseudoTerminal start(Jdk jdk) throws Exception {
        return PseudoTerminal.runserver(jdk, Map.of(), Repository.POLLS.toString(), "127.0.0.1:0")
                .shows("/   0 requests   0 reloads   ? help");
    }

    private static void assertRestored(PseudoTerminal terminal) throws InterruptedException {
        List<String> attributes = terminal.attributes();
        assertThat(attributes.get(1)).isEqualTo(attributes.get(0)).contains(" icanon", " echo ");
    }

    private static int count(PseudoTerminal terminal, String text) {
        return (int)
                terminal.screen().stream().filter(line -> line.contains(text)).count();
    }

    private static int indexOfFirst(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no line begins with " + start);
    }
}
