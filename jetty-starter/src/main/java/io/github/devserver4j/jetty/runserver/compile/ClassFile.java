package io.github.devserver4j.jetty.runserver.compile;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * What has to be known of a compiled class to find what must be compiled with it.
 *
 * @param name internal, {@code com/example/Poll$State}
 * @param source the file it was compiled from, {@code com/example/Poll.java}
 * @param references names of other classes in its constant pool
 * @param declared what others may be compiled against: all that is not private
 * @param constants values that the compiler copies into others, which then do not name this class
 * @param version major version of its format: 61 is Java 17
 * @param preview whether it uses preview features
 * @param parameters whether it has the names of its parameters
 */
record ClassFile(
        String name,
        String source,
        Set<String> references,
        String declared,
        String constants,
        int version,
        boolean preview,
        boolean parameters) {

    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>()\\[:]+)[;<]");
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int PREVIEW = 0xFFFF;

    static ClassFile read(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Declarations declarations = new Declarations();
        reader.accept(declarations, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        String name = reader.getClassName();
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        int format = reader.readInt(4);
        return new ClassFile(
                name,
                folder + declarations.sourceFile(),
                references(reader),
                declarations.text(),
                declarations.constants(),
                format & 0xFFFF,
                format >>> 16 == PREVIEW,
                declarations.hasParameters());
    }

    private static Set<String> references(ClassReader reader) {
        Set<String> references = new HashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int index = 1; index < reader.getItemCount(); index++) {
            int offset = reader.getItem(index);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag == CLASS) {
                add(references, reader.readUTF8(offset, buffer));
            } else if (tag == UTF8) {
                fromDescriptor(references, utf8(reader, offset));
            }
        }
        return references;
    }

    private static void fromDescriptor(Set<String> references, String text) {
        if (text.indexOf(';') > 0) {
            Matcher names = IN_DESCRIPTOR.matcher(text);
            while (names.find()) {
                add(references, names.group(1));
            }
        }
    }

    private static void add(Set<String> references, String name) {
        if (!name.startsWith("java/")) {
            references.add(name);
        }
    }

    /** As bytes, which is right for the names of classes that are ASCII and harmless for others. */
    private static String utf8(ClassReader reader, int offset) {
        int length = reader.readUnsignedShort(offset);
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            bytes[at] = (byte) reader.readByte(offset + 2 + at);
        }
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
