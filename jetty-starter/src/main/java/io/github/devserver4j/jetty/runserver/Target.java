package io.github.devserver4j.jetty.runserver;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code runserver} was given.
 *
 * @param path a file or a folder
 * @param mainClass the class to run, if the developer has chosen one
 * @param check whether nothing is to be done but to tell what would be
 */
record Target(Path path, @Nullable String mainClass, boolean check) {

    /** Finds out what it is and has it run. */
    int run(RunServer runServer) throws Exception {
        if (Files.isDirectory(path) && !Files.isDirectory(path.resolve("WEB-INF"))) {
            return runFolder(runServer);
        }
        return Files.isRegularFile(path) && path.toString().endsWith(".jar")
                ? runServer.start(ExecutableJar.at(path))
                : runServer.serve(path);
    }

    private int runFolder(RunServer runServer) throws Exception {
        if (Files.exists(path.resolve(MavenProject.FILE))) {
            return run(MavenProject.in(path), runServer);
        }
        if (GradleProject.isIn(path)) {
            throw GradleProject.commands(path);
        }
        return runServer.serve(path); // which says what is wrong with it
    }

    private int run(MavenProject project, RunServer runServer) throws Exception {
        if (check) {
            RunServer.print("a Maven project" + (project.isWebApplication() ? " of a web application" : ""));
            RunServer.print("would run: " + String.join(" ", project.buildCommand(Path.of("CLASSPATH"))));
            return 0;
        }
        return project.isWebApplication()
                ? runServer.serve(project.explode(runServer.reloads()), project.sources())
                : runServer.start(project.compile(mainClass, runServer.reloads()));
    }
}
