package io.github.devserver4j.servlet;

import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.List;

/**
 * A file that a request seems to ask for. Whether it is there is looked up at the end of a request alone that did
 * nothing else.
 *
 * @param context the application
 * @param path the path within it, beginning with a slash or empty
 */
record StaticResource(ServletContext context, String path) {

    /** What a folder is answered with, as far as it is static. */
    private static final List<String> INDEXES = List.of("index.html", "index.htm");

    /** Whether the application has this file, or an index of this folder. */
    boolean exists() {
        try {
            if (!path.isEmpty() && !path.endsWith("/")) {
                return context.getResource(path) != null;
            }
            String folder = path.isEmpty() ? "/" : path;
            for (String index : INDEXES) {
                if (context.getResource(folder + index) != null) {
                    return true;
                }
            }
            return false;
        } catch (MalformedURLException noPath) {
            return false;
        }
    }
}
