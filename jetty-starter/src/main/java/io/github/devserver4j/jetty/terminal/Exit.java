package io.github.devserver4j.jetty.terminal;

/** Ends the JVM from a thread that the end of the JVM may wait for. */
final class Exit {

    private Exit() {}

    static void now(int status) {
        Thread exit = new Thread(null, () -> System.exit(status), "devserver-quit", 0, false);
        exit.setDaemon(true);
        exit.start();
    }
}
