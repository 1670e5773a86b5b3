package io.github.devserver4j.agent;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Where instrumented classes find devserver, which lives in a class loader that they do not see: static fields, of types that
 * the JDK has, of a class that is defined in {@code java.lang}. That package alone is seen by each class of a JVM, those of
 * the JDK and of OSGi bundles included; a jar appended to the bootstrap class path would be, too, but makes the JVM print a warning
 * and give up sharing of most classes.
 */
final class Hooks {

    private static final String NAME = "java.lang.DevServerHooks";

    private final Class<?> holder;

    private Hooks(Class<?> holder) {
        this.holder = holder;
    }

    /**
     * Defines the class with a field for each of these hooks.
     *
     * @param hooks what the fields hold, by their names; a {@code Function}, {@code Consumer}, {@code BiPredicate} or {@code Runnable} each
     * @throws IllegalStateException if there are hooks in this JVM already
     */
    static Hooks define(Instrumentation instrumentation, Map<String, Object> hooks) {
        try {
            Module base = Object.class.getModule();
            instrumentation.redefineModule(
                    base, Set.of(), Map.of(), Map.of("java.lang", Set.of(Hooks.class.getModule())), Set.of(), Map.of());
            Class<?> holder = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                    .defineClass(classFile(hooks));
            for (Map.Entry<String, Object> hook : hooks.entrySet()) {
                holder.getField(hook.getKey()).set(null, hook.getValue());
            }
            return new Hooks(holder);
        } catch (LinkageError defined) {
            throw new IllegalStateException("devserver's agent is in this JVM already", defined);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The field of this hook. */
    Field field(String hook) {
        try {
            return holder.getField(hook);
        } catch (NoSuchFieldException misspelt) {
            throw new IllegalArgumentException(hook, misspelt);
        }
    }

    private static byte[] classFile(Map<String, Object> hooks) {
        ClassWriter writer = new ClassWriter(0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
        writer.visit(Opcodes.V17, access, NAME.replace('.', '/'), null, "java/lang/Object", null);
        Map<String, Class<?>> fields = new HashMap<>();
        hooks.forEach((name, hook) -> fields.put(name, typeOf(hook)));
        fields.forEach((name, type) -> writer.visitField(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE,
                        name,
                        Type.getDescriptor(type),
                        null,
                        null)
                .visitEnd());
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static Class<?> typeOf(Object hook) {
        for (Class<?> type : List.of(Function.class, Consumer.class, BiPredicate.class, Runnable.class)) {
            if (type.isInstance(hook)) {
                return type;
            }
        }
        throw new IllegalArgumentException(hook.getClass().getName());
    }
}
