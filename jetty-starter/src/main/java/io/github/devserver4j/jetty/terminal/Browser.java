package io.github.devserver4j.jetty.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The developer's browser, in whichever way the system starts it. */
final class Browser {

    private Browser() {}

    /** Opens a page; false if nothing is there that could. */
    static boolean open(String url) {
        String reachable = url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
        for (List<String> command : commands(System.getProperty("os.name", ""), System.getenv(), reachable)) {
            if (start(command)) {
                return true;
            }
        }
        return false;
    }

    /** What to try, in this order. */
    static List<List<String>> commands(String os, Map<String, String> environment, String url) {
        if (os.startsWith("Windows")) {
            return List.of(List.of("rundll32", "url.dll,FileProtocolHandler", url));
        }
        if (os.startsWith("Mac")) {
            return List.of(List.of("open", url));
        }
        List<String> browsers = new ArrayList<>(List.of("xdg-open", "wslview", "sensible-browser"));
        String chosen = environment.getOrDefault("BROWSER", "");
        if (!chosen.isEmpty()) {
            browsers.add(0, chosen);
        }
        return browsers.stream().map(browser -> List.of(browser, url)).toList();
    }

    private static boolean start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectInput(Redirect.PIPE)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }
}
