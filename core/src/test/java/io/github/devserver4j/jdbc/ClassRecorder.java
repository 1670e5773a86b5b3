package io.github.devserver4j.jdbc;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the test's class path anew and notes which classes were. */
final class ClassRecorder extends URLClassLoader {

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    private ClassRecorder(URL[] urls) {
        super(urls, ClassLoader.getPlatformClassLoader());
    }

    static ClassRecorder ofClassPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return new ClassRecorder(urls.toArray(URL[]::new));
    }

    Set<String> loaded() {
        return loaded;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = super.findClass(name);
        loaded.add(name);
        return found;
    }
}
