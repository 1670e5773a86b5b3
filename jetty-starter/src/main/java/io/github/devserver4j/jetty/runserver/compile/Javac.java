package io.github.devserver4j.jetty.runserver.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The JDK's compiler with a file manager that is kept, and the options that the project's classes show. Not thread-safe. */
final class Javac implements AutoCloseable {

    private static final String PROCESSORS = "META-INF/services/javax.annotation.processing.Processor";

    /** Version 61 of the format is Java 17. */
    private static final int FORMAT_OF_JAVA_0 = 44;

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;
    private final boolean processors;

    private Javac(JavaCompiler compiler, StandardJavaFileManager files, boolean processors) {
        this.compiler = compiler;
        this.files = files;
        this.processors = processors;
    }

    static @Nullable Javac create(Path classes, List<Path> classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return null;
        }
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        List<Path> all = new ArrayList<>(List.of(classes));
        all.addAll(classPath);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, all);
        return new Javac(compiler, files, all.stream().anyMatch(Javac::hasProcessor));
    }

    /** Whether annotation processors are on the class path, which may look at any source. */
    boolean usesProcessors() {
        return processors;
    }

    /**
     * Compiles these sources.
     *
     * @param hidden internal names of classes that are not to be seen
     * @param known the classes that there are, which tell with what options they were made
     */
    Outcome compile(Set<Path> sources, Set<String> hidden, ClassIndex known) {
        if (sources.isEmpty()) {
            return new Outcome(List.of(), Map.of(), Map.of());
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        MemoryOutput output = new MemoryOutput(files, hidden);
        StringWriter unexpected = new StringWriter();
        boolean good = compiler.getTask(
                        unexpected,
                        output,
                        diagnostics,
                        options(known),
                        null,
                        files.getJavaFileObjectsFromPaths(sources))
                .call();
        if (good) {
            return new Outcome(List.of(), output.classes(), output.resources());
        }
        List<CompileProblem> problems = diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(CompileProblem::of)
                .distinct()
                .toList();
        return new Outcome(problems.isEmpty() ? List.of(fault(unexpected.toString())) : problems, Map.of(), Map.of());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private List<String> options(ClassIndex known) {
        List<String> options = new ArrayList<>(List.of("-g", "-nowarn", "-Xlint:none", "-implicit:none"));
        int runtime = Runtime.version().feature();
        int release = known.all().stream().mapToInt(ClassFile::version).max().orElse(runtime + FORMAT_OF_JAVA_0)
                - FORMAT_OF_JAVA_0;
        if (release != runtime) {
            options.addAll(List.of("--release", Integer.toString(release)));
        } else if (known.all().stream().anyMatch(ClassFile::preview)) {
            options.addAll(List.of("--release", Integer.toString(release), "--enable-preview"));
        }
        if (known.all().stream().anyMatch(ClassFile::parameters)) {
            options.add("-parameters");
        }
        if (!processors) {
            options.add("-proc:none");
        } else if (runtime > 22) { // where they no longer run unless asked for
            options.add("-proc:full");
        }
        return options;
    }

    private static CompileProblem fault(String text) {
        return new CompileProblem(null, 0, 0, "the compiler has failed: " + text, 0, List.of());
    }

    private static boolean hasProcessor(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return Files.exists(entry.resolve(PROCESSORS));
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(PROCESSORS) != null;
        } catch (IOException notAJar) {
            return false;
        }
    }

    /**
     * What came of it.
     *
     * @param classes by internal names
     * @param resources by paths
     */
    record Outcome(List<CompileProblem> problems, Map<String, byte[]> classes, Map<String, byte[]> resources) {}
}
