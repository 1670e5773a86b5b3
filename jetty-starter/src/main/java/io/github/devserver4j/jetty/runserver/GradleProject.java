package io.github.devserver4j.jetty.runserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with a Gradle build, which is not run: what is to be typed instead. */
final class GradleProject {

    private static final List<String> FILES =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    private GradleProject() {}

    static boolean isIn(Path folder) {
        return FILES.stream().anyMatch(file -> Files.exists(folder.resolve(file)));
    }

    /** The two commands. */
    static LaunchException commands(Path folder) throws LaunchException {
        String build = read(folder);
        boolean boot = build.contains("org.springframework.boot");
        boolean war = build.contains("war") && !boot;
        String task = boot ? "bootJar" : war ? "war" : "jar";
        Path wrapper = folder.resolve("gradlew");
        String gradle = Files.exists(wrapper) ? wrapper.toString() : "gradle";
        return new LaunchException(folder + " is a Gradle project. Type instead:\n  " + gradle + " -p " + folder + " "
                + task + "\n  java -jar devserver.jar runserver "
                + folder.resolve("build").resolve("libs").resolve("NAME" + (war ? ".war" : ".jar")));
    }

    private static String read(Path folder) throws LaunchException {
        try {
            StringBuilder text = new StringBuilder();
            for (String file : FILES) {
                if (Files.exists(folder.resolve(file))) {
                    text.append(Files.readString(folder.resolve(file)));
                }
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new LaunchException(folder + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
