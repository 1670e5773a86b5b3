package io.github.devserver4j.agent.premain;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads what lies in the folder {@code hidden} of the agent's jar: devserver, Byte Buddy and p6spy. Its parent is the
 * platform's class loader, so that it neither sees the application nor is seen by it. Thread-safe.
 */
final class HiddenClassLoader extends ClassLoader {

    private static final String FOLDER = "hidden/";

    private final JarFile jar;
    private final URL location;
    private final ProtectionDomain domain;

    static {
        registerAsParallelCapable();
    }

    HiddenClassLoader(File file) throws IOException {
        super("devserver", ClassLoader.getPlatformClassLoader());
        this.jar = new JarFile(file, false);
        this.location = file.toURI().toURL();
        this.domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null, this, null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry(FOLDER + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream file = jar.getInputStream(entry)) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        if (jar.getEntry(FOLDER + name) == null) {
            return null;
        }
        try {
            return new URL("jar:" + location + "!/" + FOLDER + name);
        } catch (MalformedURLException impossible) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(found));
    }
}
