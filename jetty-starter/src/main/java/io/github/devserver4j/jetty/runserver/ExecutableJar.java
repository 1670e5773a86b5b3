package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.reload.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A jar that {@code java -jar} runs.
 *
 * @param path where it is
 * @param mainClass its main class; of a Spring Boot application, that of the application itself
 * @param springBoot whether Spring Boot's plugins have made it
 * @param server what it serves with, as far as it can be told
 */
record ExecutableJar(Path path, String mainClass, boolean springBoot, FoundServer server) implements Program {

    /**
     * Looks at a jar.
     *
     * @throws LaunchException if it can't be read or has no main class
     */
    static ExecutableJar at(Path path) throws LaunchException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String main = attributes.getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new LaunchException(path + " has no main class in its manifest, so java -jar can't run it."
                        + " Give the executable jar that your build makes, or the project's folder");
            }
            boolean springBoot = attributes.getValue("Spring-Boot-Version") != null;
            return new ExecutableJar(path, applications(attributes, main), springBoot, FoundServer.in(jar, attributes));
        } catch (IOException unreadable) {
            throw new LaunchException(path + " can't be read as a .jar: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String applications(Attributes attributes, String main) {
        @Nullable String start = attributes.getValue("Start-Class");
        return start == null ? main : start;
    }

    @Override
    public List<String> command() {
        return List.of("-jar", path.toString());
    }

    @Override
    public String description() {
        return "an executable jar" + (springBoot ? " of Spring Boot" : "") + ", main class " + mainClass;
    }

    @Override
    public ProgramFiles files() {
        return new ProgramFiles(path.toAbsolutePath().normalize(), Sources.NONE, List.of(), false);
    }

    @Override
    public boolean takesAddress() {
        return springBoot;
    }

    @Override
    public String name() {
        return path.toString();
    }
}
