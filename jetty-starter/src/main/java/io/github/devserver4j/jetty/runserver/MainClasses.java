package io.github.devserver4j.jetty.runserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** The classes in a folder that have a main method. */
final class MainClasses {

    private static final String APPLICATION = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";

    private final Path folder;

    /** By their names, whether they are Spring Boot's application. */
    private final TreeMap<String, Boolean> found = new TreeMap<>();

    private MainClasses(Path folder) {
        this.folder = folder;
    }

    static MainClasses in(Path folder) throws IOException {
        MainClasses classes = new MainClasses(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    classes.look(file);
                }
            }
        }
        return classes;
    }

    private void look(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            new ClassReader(bytes.readAllBytes())
                    .accept(new Visitor(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    /**
     * The one to run.
     *
     * @param named what the project itself names; null if it names none
     * @throws LaunchException if there is none, or more than one
     */
    String only(@Nullable String named) throws LaunchException {
        if (named != null) {
            return named;
        }
        List<String> applications = found.keySet().stream()
                .filter(name -> Boolean.TRUE.equals(found.get(name)))
                .toList();
        List<String> candidates = applications.isEmpty() ? List.copyOf(found.keySet()) : applications;
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw new LaunchException(
                candidates.isEmpty()
                        ? "no class in " + folder + " has a main method"
                        : "several classes have a main method; choose one with --main-class: "
                                + String.join(", ", candidates));
    }

    private final class Visitor extends ClassVisitor {
        private String name = "";
        private boolean application;
        private boolean main;

        Visitor() {
            super(OpenedClassReader.ASM_API);
        }

        @Override
        public void visit(
                int version,
                int access,
                String internalName,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            name = internalName.replace('/', '.');
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            application |= descriptor.equals(APPLICATION);
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            int needed = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
            main |= method.equals("main") && descriptor.equals("([Ljava/lang/String;)V") && (access & needed) == needed;
            return null;
        }

        @Override
        public void visitEnd() {
            if (main) {
                found.put(name, application);
            }
        }
    }
}
