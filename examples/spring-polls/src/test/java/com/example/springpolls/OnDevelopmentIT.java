package com.example.springpolls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where devserver is on, where it is off, and that off loads nothing. */
class OnDevelopmentIT {

    private static final String FROM_FOLDER = "devserver is on: the application's classes come from a folder";
    private static final String FROM_JAR =
            "devserver is off: the application's classes come from a jar; devserver.enabled=true turns it on";
    private static final String BY_HAND = "devserver is on: devserver.enabled=true";
    private static final Pattern OURS = Pattern.compile("] (io\\.github\\.devserver4j\\.[\\w.$]+) ");

    @TempDir
    private Path folder;

    @Test
    void itIsOnWhereAnIdeRunsTheApplication() throws Exception {
        assertThat(judgement(ide())).isEqualTo(FROM_FOLDER);
    }

    @Test
    void itIsOffInThePackagedJar() throws Exception {
        assertThat(judgement(packaged())).isEqualTo(FROM_JAR);
        assertThat(judgement(with(packaged(), "--devserver.enabled=true"))).isEqualTo(BY_HAND);
    }

    @Test
    void itIsOffInAnExtractedJar() throws Exception {
        List<String> extracted = extracted();
        assertThat(judgement(extracted)).isEqualTo(FROM_JAR);
        assertThat(judgement(with(extracted, "--devserver.enabled=true"))).isEqualTo(BY_HAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "production"})
    void itIsOffInProduction(String profile) throws Exception {
        List<String> production = with(ide(), "--spring.profiles.active=test," + profile);
        assertThat(judgement(production))
                .isEqualTo(
                        "devserver is off: the profile " + profile + " is active; devserver.enabled=true turns it on");
        assertThat(judgement(with(production, "--devserver.enabled=true"))).isEqualTo(BY_HAND);
    }

    @Test
    void offLoadsTheConditionAndNothingElse() throws Exception {
        assertThat(loaded(packaged())).containsExactly("io.github.devserver4j.spring.OnDevelopment");
        assertThat(loaded(with(ide(), "--devserver.enabled=false")))
                .containsExactly("io.github.devserver4j.spring.OnDevelopment");
        // The way of counting counts.
        assertThat(loaded(ide())).hasSizeGreaterThan(50);
    }

    /** What was loaded by the start, a request with a query, and the end. */
    private Set<String> loaded(List<String> arguments) throws Exception {
        Path log = Files.createTempFile(folder, "classes", ".txt");
        List<String> logged = new ArrayList<>(List.of("-Xlog:class+load:file=" + log));
        logged.addAll(arguments);
        try (RunningPolls polls = RunningPolls.start(ChildJvm.like().home(), logged)) {
            assertThat(polls.get("/events").statusCode()).isEqualTo(200);
            polls.stop();
        }
        Set<String> ours = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            Matcher found = OURS.matcher(line);
            if (found.find()) {
                ours.add(found.group(1));
            }
        }
        return ours;
    }

    /** What is told and what is done agree. */
    private static String judgement(List<String> arguments) throws Exception {
        try (RunningPolls polls = RunningPolls.start(ChildJvm.like().home(), arguments)) {
            String judgement = polls.judgement();
            assertThat(polls.get("/duplicates").statusCode()).isEqualTo(200);
            if (judgement.startsWith("devserver is on")) {
                assertThat(polls.block()).last().matches(Lines::isAccessLine);
            }
            assertThat(polls.stop()).as(judgement).noneMatch(Lines::isAccessLine);
            return judgement;
        }
    }

    private static List<String> ide() {
        return List.of("-cp", ApplicationClassPath.ofIde(), SpringPolls.class.getName());
    }

    private static List<String> packaged() {
        return List.of("-jar", ApplicationClassPath.jar().toString());
    }

    private List<String> extracted() throws IOException, InterruptedException {
        Path jar = ApplicationClassPath.jar();
        Path destination = folder.resolve("extracted");
        String java = ChildJvm.like().home().resolve("bin/java").toString();
        Process extraction = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        destination.toString())
                .inheritIO()
                .start();
        assertThat(extraction.waitFor()).isZero();
        return List.of(
                "-jar", destination.resolve(String.valueOf(jar.getFileName())).toString());
    }

    private static List<String> with(List<String> arguments, String argument) {
        List<String> more = new ArrayList<>(arguments);
        more.add(argument);
        return more;
    }
}
