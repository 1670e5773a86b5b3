package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.terminal.TerminalSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a program in a JVM of its own, under the agent, with this one's terminal. */
final class ChildProgram {

    private static final String AGENT = "devserver-agent.jar";
    private static final int POLL_MILLIS = 50;
    private static final int PATIENCE_SECONDS = 10;

    private final Program program;
    private final @Nullable ListenAddress address;
    private final List<String> arguments;
    private final Semaphore restarts = new Semaphore(0);
    private volatile @Nullable Process process;
    private volatile boolean ending;
    private boolean restarted;

    /**
     * A program that was not started yet.
     *
     * @param address where it is to listen; null if it is left to itself
     * @param arguments the application's own
     */
    ChildProgram(Program program, @Nullable ListenAddress address, List<String> arguments) {
        this.program = program;
        this.address = address;
        this.arguments = List.copyOf(arguments);
    }

    /** Starts it and waits for its end, and again when it was saved; returns its exit status. */
    int run(TerminalSession terminal, boolean noReload) throws IOException, InterruptedException {
        Path agent = unpackAgent();
        Process first = start(agent);
        Runtime.getRuntime().addShutdownHook(new Thread(this::endForGood, "devserver-child"));
        Banner.print(program.name(), System.out);
        if (!noReload) {
            ProgramReload.start(program.files(), this, terminal);
        }
        awaitListening(first, terminal);
        int status = first.waitFor();
        while (isToStartAgain(status)) {
            status = start(agent).waitFor();
        }
        return status;
    }

    /** Ends it and starts it anew; also if it has ended by itself since it was started anew the last time. */
    void restart() {
        restarts.release();
        Process running = process;
        if (running != null) {
            end(running);
        }
    }

    /** A program that was saved with a mistake in it ends at once: the next save mends it. */
    private boolean isToStartAgain(int status) throws InterruptedException {
        if (restarts.drainPermits() > 0) {
            restarted = true;
            return !ending;
        }
        if (status == 0 || !restarted || ending) {
            return false;
        }
        RunServer.print("devserver: the application has ended with status " + status + "; mend it and save");
        restarts.acquire();
        return !ending;
    }

    private Process start(Path agent) throws IOException {
        Process started = new ProcessBuilder(command(agent)).inheritIO().start();
        process = started;
        return started;
    }

    private void endForGood() {
        ending = true;
        Process running = process;
        if (running != null) {
            end(running);
        }
    }

    /** The whole command line, for {@code --check}. */
    List<String> command(Path agent) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + agent);
        new TreeMap<>(System.getProperties()).forEach((name, value) -> {
            if (String.valueOf(name).startsWith("devserver.")) {
                command.add("-D" + name + "=" + value);
            }
        });
        command.addAll(program.command());
        if (address != null && program.takesAddress()) {
            command.add("--server.address=" + address.host());
            command.add("--server.port=" + address.port());
        }
        command.addAll(arguments);
        return command;
    }

    /** The agent is a file of its own: what is in this jar must not be on the application's class path. */
    private static Path unpackAgent() throws IOException {
        Path folder = Files.createTempDirectory("devserver");
        Path agent = folder.resolve(AGENT);
        try (InputStream packed = ChildProgram.class.getResourceAsStream("/" + AGENT)) {
            if (packed == null) {
                throw new IOException("there is no " + AGENT + " in devserver.jar: build it with mvn package");
            }
            Files.copy(packed, agent, StandardCopyOption.REPLACE_EXISTING);
        }
        folder.toFile().deleteOnExit(); // what is told last is deleted first
        agent.toFile().deleteOnExit();
        return agent;
    }

    private void awaitListening(Process process, TerminalSession terminal) throws InterruptedException {
        if (address == null || !program.takesAddress() || address.port() == 0) {
            return;
        }
        while (process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.host(), address.port()), POLL_MILLIS);
                Banner.printListening(address.url(address.port()), System.out);
                terminal.listening(address.url(address.port()));
                return;
            } catch (IOException notYet) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException exiting) {
            Thread.currentThread().interrupt();
        }
    }
}
