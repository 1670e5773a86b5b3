package io.github.devserver4j.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A JVM of a test's own.
 *
 * @param home the JDK it runs on
 * @param classPath what it sees
 */
public record ChildJvm(Path home, String classPath) {

    /** Names the home of a second JDK; tests on it are skipped where it is not set. */
    public static final String SECOND_JDK_HOME = "SECOND_JDK_HOME";

    /** Why a test on the second JDK is skipped. */
    public static final String SKIPPED = "not run on a second JDK: SECOND_JDK_HOME is not set";

    /** On the JDK of this one, with its class path. */
    public static ChildJvm like() {
        return new ChildJvm(Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"));
    }

    /** On the second JDK, with the class path of this JVM. */
    public static ChildJvm onSecondJdk() {
        return new ChildJvm(Path.of(System.getenv(SECOND_JDK_HOME)), System.getProperty("java.class.path"));
    }

    /** With those entries of its class path alone that are wanted. */
    public ChildJvm with(Predicate<String> wanted) {
        return new ChildJvm(
                home,
                Arrays.stream(classPath.split(File.pathSeparator))
                        .filter(wanted)
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** Runs a main class to its end, for at most a minute. */
    public Output run(Class<?> main, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, main.getName()));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(main + " did not end");
        }
        return new Output(process.exitValue(), out, err.join());
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * What it left.
     *
     * @param status its exit status
     * @param out its standard output
     * @param err its standard error
     */
    public record Output(int status, String out, String err) {}
}
