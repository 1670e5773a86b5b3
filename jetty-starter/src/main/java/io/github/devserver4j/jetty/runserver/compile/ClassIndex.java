package io.github.devserver4j.jetty.runserver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of the project: which source each came from, and which others it refers to. Not thread-safe. */
final class ClassIndex {

    private final Map<String, ClassFile> classes = new HashMap<>();

    private ClassIndex() {}

    static ClassIndex of(Path folder) throws IOException {
        ClassIndex index = new ClassIndex();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                index.add(ClassFile.read(Files.readAllBytes(file)));
            }
        }
        return index;
    }

    void add(ClassFile file) {
        classes.put(file.name(), file);
    }

    void remove(String name) {
        classes.remove(name);
    }

    Collection<ClassFile> all() {
        return classes.values();
    }

    /** Those that were compiled from these sources. */
    List<ClassFile> from(Set<String> sources) {
        return classes.values().stream()
                .filter(each -> sources.contains(each.source()))
                .toList();
    }

    /** Sources of classes that refer to one of these. */
    Set<String> dependents(Set<String> names) {
        Set<String> sources = new HashSet<>();
        for (ClassFile each : classes.values()) {
            if (!java.util.Collections.disjoint(each.references(), names)) {
                sources.add(each.source());
            }
        }
        return sources;
    }
}
