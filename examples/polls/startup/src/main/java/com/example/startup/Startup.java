package com.example.startup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts both servers in turn, each in a JVM of its own, and measures the time from its start to its first answer.
 *
 * <pre>
 * by hand    1204  1190  1215  1198  1201  median 1201 ms
 * runserver  1610  1588  1630  1597  1602  median 1602 ms
 * ratio 1.33
 * </pre>
 */
final class Startup {

    private static final int PAUSE_MILLIS = 5;
    private static final int PATIENCE_SECONDS = 120;

    private Startup() {}

    /** Takes devserver.jar, the WAR, how often, and the ratio that is allowed, past which the exit status is 1. */
    public static void main(String[] arguments) throws Exception {
        String java = new File(System.getProperty("java.home"), "bin/java").toString();
        List<String> byHand =
                List.of(java, "-cp", System.getProperty("java.class.path"), EmbeddedJetty.class.getName(), arguments[1]);
        List<String> runserver = List.of(java, "-jar", arguments[0], "runserver", arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        List<Long> byHandMillis = new ArrayList<>();
        List<Long> runserverMillis = new ArrayList<>();
        millisToFirstAnswer(byHand); // for the file system's cache
        millisToFirstAnswer(runserver);
        for (int run = 0; run < runs; run++) {
            byHandMillis.add(millisToFirstAnswer(byHand));
            runserverMillis.add(millisToFirstAnswer(runserver));
        }
        long first = report("by hand", byHandMillis);
        long second = report("runserver", runserverMillis);
        double ratio = (double) second / first;
        System.out.printf("ratio %.2f%n", ratio);
        System.exit(ratio <= Double.parseDouble(arguments[3]) ? 0 : 1);
    }

    private static long report(String name, List<Long> millis) {
        StringBuilder line = new StringBuilder(String.format("%-9s", name));
        millis.forEach(each -> line.append(String.format("%6d", each)));
        long median = millis.stream().sorted().toList().get(millis.size() / 2);
        System.out.println(line + "  median " + median + " ms");
        return median;
    }

    private static long millisToFirstAnswer(List<String> server) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(server);
        command.add(Integer.toString(port));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            awaitAnswer(process, port, begin);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void awaitAnswer(Process process, int port, long begin) throws IOException, InterruptedException {
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IOException("no answer came");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Of a request that is sent as soon as the server listens. */
    private static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                throw new IOException("the answer was " + answer.lines().findFirst());
            }
            return true;
        } catch (java.net.ConnectException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
