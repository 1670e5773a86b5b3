package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.reload.OwnCopy;
import io.github.devserver4j.jetty.runserver.reload.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with a {@code pom.xml}: its own build compiles it and tells its class path. */
final class MavenProject {

    static final String FILE = "pom.xml";

    private final Path folder;
    private final Pom pom;
    private List<Path> compileClassPath = List.of();

    private MavenProject(Path folder, Pom pom) {
        this.folder = folder;
        this.pom = pom;
    }

    /**
     * The project in this folder.
     *
     * @throws LaunchException if it has modules alone
     */
    static MavenProject in(Path folder) throws LaunchException {
        Pom pom = Pom.read(folder.resolve(FILE));
        if (pom.packaging().equals("pom")) {
            List<String> modules = pom.modules().stream()
                    .map(module -> folder.resolve(module).toString())
                    .toList();
            throw new LaunchException(
                    folder + " is a project of modules; give the one to run: " + String.join(", ", modules));
        }
        return new MavenProject(folder, pom);
    }

    boolean isWebApplication() {
        return pom.packaging().equals("war");
    }

    /** What is going to be done, for {@code --check}. */
    List<String> buildCommand(@Nullable Path classPathFile) throws LaunchException {
        List<String> command = new ArrayList<>(
                List.of(maven(), "-q", "-B", "-f", folder.resolve(FILE).toString()));
        command.addAll(
                isWebApplication()
                        ? webApplicationGoals(classPathFile)
                        : List.of(
                                "-DskipTests",
                                "compile",
                                "dependency:build-classpath",
                                "-Dmdep.includeScope=runtime",
                                "-Dmdep.outputFile=" + classPathFile));
        return command;
    }

    private static List<String> webApplicationGoals(@Nullable Path classPathFile) {
        List<String> goals = new ArrayList<>(List.of("-DskipTests", "compile", "war:exploded"));
        if (classPathFile != null) {
            goals.add("dependency:build-classpath");
            goals.add("-Dmdep.includeScope=compile"); // with what is provided, which the compiler needs
            goals.add("-Dmdep.outputFile=" + classPathFile);
        }
        return goals;
    }

    /** Where its sources are, once it was compiled. */
    Sources sources() {
        return Sources.in(folder, ReloadedApplication.compileClassPath(compileClassPath));
    }

    /**
     * Compiles it and returns the exploded web application.
     *
     * @param reloads whether its sources are going to be compiled again
     */
    Path explode(boolean reloads) throws LaunchException, InterruptedException {
        if (reloads) {
            compileClassPath = buildClassPath();
        } else {
            run(buildCommand(null));
        }
        Path target = folder.resolve("target");
        try (Stream<Path> found = Files.list(target)) {
            return found.filter(each -> Files.isDirectory(each.resolve("WEB-INF")))
                    .max(Comparator.comparingLong(each -> each.toFile().lastModified()))
                    .orElseThrow(() -> new LaunchException("war:exploded has left no web application in " + target));
        } catch (IOException unreadable) {
            throw new LaunchException(target + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Compiles it and returns what is to be run. */
    Program compile(@Nullable String mainClass, boolean reloads) throws LaunchException, InterruptedException {
        try {
            List<Path> libraries = buildClassPath();
            Path made = folder.resolve("target").resolve("classes");
            String main = mainClass != null ? mainClass : MainClasses.in(made).only(pom.startClass());
            Path classes = reloads ? OwnCopy.ofClasses(made).folder() : made;
            return new ClassPathProgram(folder, main, classes, libraries);
        } catch (IOException failure) {
            throw new LaunchException(folder + " can't be run: " + failure.getMessage(), failure);
        }
    }

    private List<Path> buildClassPath() throws LaunchException, InterruptedException {
        try {
            Path file = Files.createTempFile("devserver", ".classpath");
            try {
                run(buildCommand(file));
                return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator, 0))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .toList();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new LaunchException(folder + " can't be built: " + failure.getMessage(), failure);
        }
    }

    private void run(List<String> command) throws LaunchException, InterruptedException {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new LaunchException(
                        "the build of " + folder + " has failed; see above. It was: " + String.join(" ", command));
            }
        } catch (IOException failure) {
            throw new LaunchException(command.get(0) + " can't be run: " + failure.getMessage(), failure);
        }
    }

    /** The project's wrapper, here or above, or the one on the path. */
    private String maven() throws LaunchException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        for (Path above = folder.toAbsolutePath().normalize(); above != null; above = above.getParent()) {
            Path wrapper = above.resolve(windows ? "mvnw.cmd" : "mvnw");
            if (Files.isExecutable(wrapper)) {
                return wrapper.toString();
            }
        }
        String name = windows ? "mvn.cmd" : "mvn";
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new LaunchException(
                        folder + " is a Maven project, and there is neither mvnw in it nor mvn on the path"))
                .toString();
    }
}
