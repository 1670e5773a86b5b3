package io.github.devserver4j.jetty.runserver.compile;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.RecordComponentVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Collects what of a class others can be compiled against, as text that is the same if nothing of it has changed. */
final class Declarations extends ClassVisitor {

    private final TreeSet<String> all = new TreeSet<>();
    private final TreeSet<String> constants = new TreeSet<>();
    private String sourceFile = "";
    private boolean parameters;

    Declarations() {
        super(OpenedClassReader.ASM_API);
    }

    String text() {
        return String.join("\n", all);
    }

    String constants() {
        return String.join("\n", constants);
    }

    String sourceFile() {
        return sourceFile;
    }

    boolean hasParameters() {
        return parameters;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        add("class", access, name, signature, superName, Arrays.toString(interfaces));
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        sourceFile = source == null ? "" : source;
    }

    @Override
    public void visitPermittedSubclass(String name) {
        add("permits", name);
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
        if (innerName != null && !Modifier.isPrivate(access)) {
            add("inner", name, access);
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        all.add("annotated " + descriptor);
        return annotation("on class");
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        add("component", name, descriptor, signature);
        return super.visitRecordComponent(name, descriptor, signature);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (isSeen(access)) {
            add("field", access, name, descriptor, signature);
            if (value != null) {
                constants.add(name + " " + value);
            }
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (isSeen(access) && !name.equals("<clinit>")) {
            add("method", access, name, descriptor, signature, Arrays.toString(exceptions));
        }
        return new MethodVisitor(OpenedClassReader.ASM_API) {
            @Override
            public void visitParameter(@Nullable String parameter, int parameterAccess) {
                parameters |= parameterAccess == 0; // mandated and synthetic ones come without -parameters, too
            }

            @Override
            public AnnotationVisitor visitAnnotationDefault() {
                return annotation("default of " + name);
            }
        };
    }

    private AnnotationVisitor annotation(String of) {
        return new AnnotationVisitor(OpenedClassReader.ASM_API) {
            @Override
            public void visit(@Nullable String name, Object value) {
                add(of, name, value);
            }

            @Override
            public void visitEnum(@Nullable String name, String descriptor, String value) {
                add(of, name, descriptor, value);
            }
        };
    }

    private static boolean isSeen(int access) {
        return !Modifier.isPrivate(access) && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    private void add(@Nullable Object... parts) {
        all.add(Arrays.toString(parts));
    }
}
