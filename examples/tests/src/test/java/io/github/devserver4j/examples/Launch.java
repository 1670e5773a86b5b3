package io.github.devserver4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command line of the launcher, as a user types it, and the environment it is typed in. */
final class Launch {

    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private Jdk jdk = Jdk.main();
    private @Nullable Path directory;

    private Launch(List<String> arguments) {
        this.arguments.addAll(arguments);
    }

    /** {@code java -jar devserver.jar} and these arguments. */
    static Launch of(String... arguments) {
        return new Launch(List.of(arguments));
    }

    /** {@code runserver} with this application on a port that is free. */
    static Launch runserver(Path application, String... options) {
        Launch launch = of("runserver", application.toString(), "127.0.0.1:0");
        launch.arguments.addAll(List.of(options));
        return launch;
    }

    Launch on(Jdk other) {
        jdk = other;
        return this;
    }

    Launch jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    Launch environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The folder that it is typed in. */
    Launch in(Path folder) {
        directory = folder;
        return this;
    }

    /** Runs the command through another one, such as {@code env}. */
    Launch through(List<String> command) {
        prefix.addAll(command);
        return this;
    }

    /** Starts the server and waits for the banner's last line. */
    RunningServer start() throws IOException, InterruptedException {
        return RunningServer.of(process());
    }

    /** Starts an application that tells itself where it listens, in a line that begins like this. */
    RunningServer start(String lastLine) throws IOException, InterruptedException {
        return RunningServer.of(process(), lastLine);
    }

    /** Runs a command that is expected to end by itself. */
    Outcome run() throws IOException, InterruptedException {
        Process process = process();
        OutputLines error = OutputLines.of(process.getErrorStream(), "stderr");
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(OutputLines.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the command ended")
                .isTrue();
        return new Outcome(process.exitValue(), out, error.rest());
    }

    private Process process() throws IOException {
        assertThat(Repository.LAUNCHER).as("built by jetty-starter").exists();
        List<String> command = new ArrayList<>(prefix);
        command.add(jdk.java());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", Repository.LAUNCHER.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // What the developer's own shell says is not what the test says.
        builder.environment().keySet().removeIf(Launch::changesTheOutput);
        builder.environment().putAll(environment);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        return builder.start();
    }

    private static boolean changesTheOutput(String variable) {
        return variable.startsWith("DEVSERVER_")
                || List.of("DATABASE_URL", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR")
                        .contains(variable)
                || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").contains(variable);
    }

    /** How a command ended. */
    record Outcome(int status, String out, List<String> err) {}
}
