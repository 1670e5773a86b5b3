package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.reload.ReloadingHandler;
import io.github.devserver4j.jetty.runserver.reload.Sources;
import io.github.devserver4j.jetty.runserver.reload.WebAppReload;
import io.github.devserver4j.jetty.terminal.TerminalSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A web application that is served, and started anew when its files are saved. */
final class ReloadedApplication {

    private ReloadedApplication() {}

    static void serve(
            WebAppReload.Contexts contexts,
            Path application,
            Sources sources,
            ListenAddress address,
            TerminalSession terminal)
            throws Exception {
        ReloadingHandler handler = new ReloadingHandler(contexts.of(application));
        ReloadStatus status = new ReloadStatus(new ReloadLines(System.out));
        JettyLauncher.serve(handler, address, application, terminal, () -> {
            watch(handler, contexts, application, sources, status);
            terminal.reloads(status);
        });
    }

    /** An application whose files can't be watched is served all the same. */
    private static void watch(
            ReloadingHandler handler,
            WebAppReload.Contexts contexts,
            Path application,
            Sources sources,
            ReloadStatus status) {
        try {
            WebAppReload reload = WebAppReload.start(handler, application, sources, contexts, status);
            status.reloadBy(reload::reloadNow);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(reload), "devserver-reload-end"));
        } catch (IOException failure) {
            status.told("saved files are not noticed: " + failure.getMessage());
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
