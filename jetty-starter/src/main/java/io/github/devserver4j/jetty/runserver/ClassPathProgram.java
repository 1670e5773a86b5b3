package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.reload.Sources;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application run from its classes and libraries, as an IDE does.
 *
 * @param folder of its project
 */
record ClassPathProgram(Path folder, String mainClass, Path classes, List<Path> libraries) implements Program {

    @Override
    public String name() {
        return mainClass + " of " + folder;
    }

    @Override
    public String description() {
        return "a Maven project, main class " + mainClass;
    }

    @Override
    public List<String> command() {
        String classPath = Stream.concat(Stream.of(classes), libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", classPath, mainClass);
    }

    @Override
    public ProgramFiles files() {
        return new ProgramFiles(classes, Sources.in(folder, libraries), libraries, has("spring-boot-devtools"));
    }

    @Override
    public boolean takesAddress() {
        return has("spring-boot");
    }

    @Override
    public FoundServer server() {
        return FoundServer.among(libraries.stream()
                .map(entry -> entry.toString().replace('\\', '/'))
                .toList());
    }

    private boolean has(String artifactId) {
        return libraries.stream()
                .anyMatch(entry -> entry.getFileName().toString().matches(artifactId + "-\\d.*\\.jar"));
    }
}
