package io.github.devserver4j.jetty.runserver.reload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks once for libraries that have nothing for a servlet container, so that not each start has to read all their classes. If one
 * has a ServletContainerInitializer, which may ask for any class, all are read at each start as ever.
 */
final class PlainJars {

    /** Jetty's own name for it: only jars that match are looked at. */
    private static final String PATTERN = "org.eclipse.jetty.server.webapp.WebInfIncludeJarPattern";

    private static final String INITIALIZER = "META-INF/services/jakarta.servlet.ServletContainerInitializer";
    private static final String NONE = "(?!)";
    private static final byte[] ANNOTATION = "jakarta/servlet/annotation/Web".getBytes(StandardCharsets.US_ASCII);

    private PlainJars() {}

    /** The pattern of those that have something; null if all have to be looked at. */
    static @Nullable String others(List<Path> jars) throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path file : jars) {
            try (ZipFile jar = new ZipFile(file.toFile())) {
                if (jar.getEntry(INITIALIZER) != null) {
                    return null;
                }
                if (hasSomething(jar)) {
                    others.add(file);
                }
            }
        }
        return others.isEmpty()
                ? NONE
                : others.stream()
                        .map(file -> ".*/" + Pattern.quote(file.getFileName().toString()))
                        .collect(Collectors.joining("|"));
    }

    static void leaveOut(WebAppContext context, @Nullable String others) {
        if (others != null && context.getAttribute(PATTERN) == null) {
            context.setAttribute(PATTERN, others);
        }
    }

    private static boolean hasSomething(ZipFile jar) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.startsWith("META-INF/resources/")
                    || name.equals("META-INF/web-fragment.xml")
                    || (name.startsWith("META-INF/") && name.endsWith(".tld"))
                    || (name.endsWith(".class") && isAnnotated(jar, entry))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnnotated(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return contains(in.readAllBytes());
        }
    }

    private static boolean contains(byte[] bytes) {
        for (int at = 0; at <= bytes.length - ANNOTATION.length; at++) {
            int same = 0;
            while (same < ANNOTATION.length && bytes[at + same] == ANNOTATION[same]) {
                same++;
            }
            if (same == ANNOTATION.length) {
                return true;
            }
        }
        return false;
    }
}
