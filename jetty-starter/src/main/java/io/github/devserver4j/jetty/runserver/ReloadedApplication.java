package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.reload.ReloadListener;
import io.github.devserver4j.jetty.runserver.reload.ReloadingHandler;
import io.github.devserver4j.jetty.runserver.reload.Sources;
import io.github.devserver4j.jetty.runserver.reload.WebAppReload;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A web application that is served, and started anew when its files are saved. */
final class ReloadedApplication {

    private ReloadedApplication() {}

    static void serve(WebAppReload.Contexts contexts, Path application, Sources sources, ListenAddress address)
            throws Exception {
        ReloadingHandler handler = new ReloadingHandler(contexts.of(application));
        ReloadListener lines = new ReloadLines(System.out);
        JettyLauncher.serve(handler, address, application, () -> watch(handler, contexts, application, sources, lines));
    }

    /** An application whose files can't be watched is served all the same. */
    private static void watch(
            ReloadingHandler handler,
            WebAppReload.Contexts contexts,
            Path application,
            Sources sources,
            ReloadListener listener) {
        try {
            WebAppReload reload = WebAppReload.start(handler, application, sources, contexts, listener);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(reload), "devserver-reload-end"));
        } catch (IOException failure) {
            listener.told("saved files are not noticed: " + failure.getMessage());
        }
    }

    private static void close(WebAppReload reload) {
        try {
            reload.close();
        } catch (IOException left) {
            // a temporary folder stays
        }
    }

    /** What the launcher lends to applications is the last that the compiler looks at. */
    static List<Path> compileClassPath(List<Path> ofTheProject) {
        List<Path> all = new ArrayList<>(ofTheProject);
        for (String entry : System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator), 0)) {
            all.add(Path.of(entry));
        }
        return all;
    }
}
