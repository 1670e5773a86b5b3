package com.example.springpolls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.ChildJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beans processed ahead of time, as {@code mvn spring-boot:process-aot} does, and the result run. */
class AheadOfTimeIT {

    @TempDir
    private Path folder;

    @Test
    void processedAheadOfTimeItIsOff() throws Exception {
        try (RunningPolls polls = processedAndRun()) {
            assertThat(polls.get("/duplicates").statusCode()).isEqualTo(200);
            assertThat(polls.stop()).noneMatch(Lines::isAccessLine);
        }
    }

    @Test
    void turnedOnByHandItIsProcessedAndWorks() throws Exception {
        try (RunningPolls polls = processedAndRun("-Ddevserver.enabled=true")) {
            polls.get("/duplicates");
            assertThat(Lines.common(polls.block()))
                    .last()
                    .asString()
                    .contains("\"GET /duplicates HTTP/1.1\" 200", "(5q)");
            assertThat(polls.stop()).noneMatch(Lines::isAccessLine);
        }
    }

    private RunningPolls processedAndRun(String... options) throws Exception {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        process(sources, classes, options);
        compile(sources, classes);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-Dspring.aot.enabled=true",
                "-cp",
                classes + File.pathSeparator + ApplicationClassPath.ofIde(),
                SpringPolls.class.getName()));
        return RunningPolls.start(ChildJvm.like().home(), arguments);
    }

    private void process(Path sources, Path classes, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ChildJvm.like().home().resolve("bin/java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", ApplicationClassPath.ofIde()));
        command.add("org.springframework.boot.SpringApplicationAotProcessor");
        command.addAll(List.of(
                SpringPolls.class.getName(), sources.toString(), classes.toString(), classes.toString(), "g", "a"));
        Path log = folder.resolve("processing.txt");
        Process processing = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(processing.waitFor()).as(() -> read(log)).isZero();
    }

    private static void compile(Path sources, Path classes) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", ApplicationClassPath.ofIde()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertThat(status).as("compiled").isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException unread) {
            return unread.toString();
        }
    }
}
