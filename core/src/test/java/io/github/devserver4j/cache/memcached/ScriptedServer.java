package io.github.devserver4j.cache.memcached;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Answers each line that it is sent by a script, whatever it says. */
final class ScriptedServer implements TestServer {

    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final UnaryOperator<String> script;

    private ScriptedServer(ServerSocket socket, UnaryOperator<String> script) {
        this.socket = socket;
        this.script = script;
    }

    static ScriptedServer start(UnaryOperator<String> script) {
        try {
            ScriptedServer server =
                    new ScriptedServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), script);
            started(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void started(Runnable work) {
        Thread thread = new Thread(work, "scripted memcached");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                clients.add(client);
                started(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                client.getOutputStream().write(script.apply(line).getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
