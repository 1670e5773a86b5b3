package io.github.devserver4j.jetty.runserver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles sources that were saved into a folder of classes:
 *
 * <ol>
 *   <li>what was saved, and what refers to classes whose sources are gone.
 *   <li>if a class then looks different to others, those that refer to it, too, until nothing changes; if a constant
 *       has changed, everything, since a copied constant leaves no reference.
 *   <li>only if all of it is good, classes are written, and those deleted that are no longer made.
 * </ol>
 *
 * What was not good is compiled again the next time. Not thread-safe.
 */
public final class IncrementalCompiler implements AutoCloseable {

    private final List<Path> roots;
    private final Path classes;
    private final Javac javac;
    private final Set<Path> pending = new TreeSet<>();
    private final Set<Path> deleted = new TreeSet<>();
    private @Nullable ClassIndex index;

    private IncrementalCompiler(List<Path> roots, Path classes, Javac javac) {
        this.roots = roots;
        this.classes = classes;
        this.javac = javac;
    }

    /**
     * A compiler.
     *
     * @param roots folders of sources, absolute
     * @param classes where the classes are, which are what the sources were when this is called
     * @param classPath jars and folders besides
     * @return null if this Java has no compiler
     */
    public static @Nullable IncrementalCompiler create(List<Path> roots, Path classes, List<Path> classPath)
            throws IOException {
        Javac javac = Javac.create(classes, classPath);
        return javac == null ? null : new IncrementalCompiler(roots, classes, javac);
    }

    /** Whether something waits to be mended. */
    public boolean isPending() {
        return !pending.isEmpty() || !deleted.isEmpty();
    }

    /** Has the classes read and the compiler loaded, before somebody waits for it. Writes nothing. */
    public void warmUp() throws IOException {
        ClassIndex known = index();
        List<Path> sources = sources();
        if (!sources.isEmpty()) {
            javac.compile(Set.of(sources.get(0)), Set.of(), known);
        }
    }

    /** Compiles these and what depends on them. */
    public CompileResult compile(Set<Path> written, Set<Path> gone) throws IOException {
        pending.addAll(written);
        pending.removeAll(gone);
        deleted.addAll(gone);
        deleted.removeAll(written);
        ClassIndex known = index();
        Set<String> round = javac.usesProcessors() ? everything() : firstRound(known);
        while (true) {
            Javac.Outcome outcome = javac.compile(paths(round), hidden(round, known), known);
            if (!outcome.problems().isEmpty()) {
                return new CompileResult(outcome.problems(), round.size());
            }
            Set<String> next = javac.usesProcessors() ? Set.of() : affected(round, outcome.classes(), known);
            if (!grow(round, next)) {
                accept(round, outcome, known);
                return new CompileResult(List.of(), round.size());
            }
        }
    }

    @Override
    public void close() throws IOException {
        javac.close();
    }

    private Set<String> firstRound(ClassIndex known) {
        Set<String> round = names(pending);
        Set<String> gone = new HashSet<>();
        known.from(names(deleted)).forEach(each -> gone.add(each.name()));
        round.addAll(known.dependents(gone));
        round.removeAll(names(deleted));
        return round;
    }

    private Set<String> affected(Set<String> round, Map<String, byte[]> made, ClassIndex known) throws IOException {
        Set<String> changed = new HashSet<>();
        for (ClassFile before : known.from(round)) {
            byte[] bytes = made.get(before.name());
            ClassFile now = bytes == null ? null : ClassFile.read(bytes);
            if (now != null && !now.constants().equals(before.constants())) {
                return everything();
            }
            if (now == null || !now.declared().equals(before.declared())) {
                changed.add(before.name());
            }
        }
        return known.dependents(changed);
    }

    private boolean grow(Set<String> round, Set<String> next) {
        Set<String> more = new HashSet<>(next);
        more.removeAll(names(deleted));
        more.removeIf(name -> path(name) == null);
        return round.addAll(more);
    }

    private Set<String> hidden(Set<String> round, ClassIndex known) {
        Set<String> sources = new HashSet<>(round);
        sources.addAll(names(deleted));
        Set<String> hidden = new HashSet<>();
        known.from(sources).forEach(each -> hidden.add(each.name()));
        return hidden;
    }

    private void accept(Set<String> round, Javac.Outcome outcome, ClassIndex known) throws IOException {
        for (String name : hidden(round, known)) {
            if (!outcome.classes().containsKey(name)) {
                Files.deleteIfExists(classes.resolve(name + ".class"));
                known.remove(name);
            }
        }
        for (Map.Entry<String, byte[]> made : outcome.classes().entrySet()) {
            ReplacedFile.write(classes.resolve(made.getKey() + ".class"), made.getValue());
            known.add(ClassFile.read(made.getValue()));
        }
        for (Map.Entry<String, byte[]> made : outcome.resources().entrySet()) {
            ReplacedFile.write(classes.resolve(made.getKey()), made.getValue());
        }
        pending.clear();
        deleted.clear();
    }

    private ClassIndex index() throws IOException {
        ClassIndex known = index;
        if (known == null) {
            known = ClassIndex.of(classes);
            index = known;
        }
        return known;
    }

    private Set<String> everything() throws IOException {
        return names(new TreeSet<>(sources()));
    }

    private List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(each -> each.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    /** As a class file has them: {@code com/example/Poll.java}. */
    private Set<String> names(Set<Path> files) {
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            roots.stream()
                    .filter(file::startsWith)
                    .forEach(root -> names.add(root.relativize(file).toString().replace('\\', '/')));
        }
        return names;
    }

    private Set<Path> paths(Set<String> names) {
        Set<Path> paths = new TreeSet<>();
        for (String name : names) {
            Path path = path(name);
            if (path != null) {
                paths.add(path);
            }
        }
        return paths;
    }

    private @Nullable Path path(String name) {
        return roots.stream()
                .map(root -> root.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }
}
