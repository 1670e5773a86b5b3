package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.reload.Sources;
import java.nio.file.Path;
import java.util.List;

/**
 * What a program is run from.
 *
 * @param jar the executable jar, or the folder of classes
 * @param sources those of the classes; none for a jar
 * @param classPath what the compiler needs besides
 * @param restartsItself whether Spring Boot's devtools are there, which start the application anew when classes change
 */
record ProgramFiles(Path jar, Sources sources, List<Path> classPath, boolean restartsItself) {}
