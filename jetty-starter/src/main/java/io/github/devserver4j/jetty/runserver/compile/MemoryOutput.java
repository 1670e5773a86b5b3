package io.github.devserver4j.jetty.runserver.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the compiler writes until all of it is known to be good, and hides classes whose sources are compiled anew or
 * gone. The file manager behind it is kept from one compilation to the next, with the jars that it has opened.
 */
final class MemoryOutput extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, Written> classes = new HashMap<>();
    private final Map<String, Written> resources = new HashMap<>();
    private final Set<String> hidden;

    /**
     * For one compilation.
     *
     * @param hidden internal names
     */
    MemoryOutput(JavaFileManager kept, Set<String> hidden) {
        super(kept);
        this.hidden = hidden;
    }

    /** By internal names. */
    Map<String, byte[]> classes() {
        return bytes(classes);
    }

    /** What annotation processors have written beside classes and sources, by paths. */
    Map<String, byte[]> resources() {
        return bytes(resources);
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        Iterable<JavaFileObject> all = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH || hidden.isEmpty()) {
            return all;
        }
        List<JavaFileObject> seen = new ArrayList<>();
        for (JavaFileObject each : all) {
            String name = super.inferBinaryName(location, each);
            if (name == null || !hidden.contains(name.replace('.', '/'))) {
                seen.add(each);
            }
        }
        return seen;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, Kind kind, @Nullable FileObject sibling) {
        String name = className.replace('.', '/');
        Written written = new Written(name + kind.extension, kind);
        if (kind == Kind.CLASS) {
            classes.put(name, written);
        }
        return written;
    }

    @Override
    public FileObject getFileForOutput(
            Location location, String packageName, String relativeName, @Nullable FileObject sibling) {
        String path = packageName.isEmpty() ? relativeName : packageName.replace('.', '/') + "/" + relativeName;
        return resources.computeIfAbsent(path, name -> new Written(name, Kind.OTHER));
    }

    @Override
    public @Nullable FileObject getFileForInput(Location location, String packageName, String relativeName)
            throws IOException {
        return location == StandardLocation.CLASS_OUTPUT
                ? null
                : super.getFileForInput(location, packageName, relativeName);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }

    @Override
    public void close() {
        // the file manager behind it is kept
    }

    private static Map<String, byte[]> bytes(Map<String, Written> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((name, file) -> bytes.put(name, file.content.toByteArray()));
        return bytes;
    }

    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Written(String name, Kind kind) {
            super(URI.create("memory:/" + name.replace(' ', '+')), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return content;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(content.toByteArray());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }
}
