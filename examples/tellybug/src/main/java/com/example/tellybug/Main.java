package com.example.tellybug;

import com.example.tellybug.demo.Demo;
import com.example.tellybug.servers.Servers;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the servers and the application, and with {@code --demo} compares what devserver prints with their counts. */
@Command(
        name = "tellybug",
        mixinStandardHelpOptions = true,
        description = "Votes for shows, with everything it needs embedded.")
public final class Main implements Callable<Integer> {

    private static final Map<String, String> USERS = Map.of("ann", "Ann Archer", "bob", "Bob Baker");

    @Option(names = "--port", defaultValue = "8000", description = "Where it listens; 0 for any. Default: 8000")
    private int port;

    @Option(
            names = "--demo",
            description = "Send five requests, compare all numbers with those of the servers, and end.")
    private boolean demo;

    @Option(names = "--dynamodb-local", paramLabel = "FOLDER", description = "The jars of DynamoDB Local.")
    private @Nullable Path dynamoDbLocal;

    public static void main(String[] arguments) {
        System.setProperty("net.spy.log.LoggerImpl", "net.spy.memcached.compat.log.SLF4JLogger");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!demo && isTaken(port)) {
            System.err.println("Port " + port + " is in use; choose another one: --port " + (port + 1));
            return 1;
        }
        Path jars = dynamoDbLocal == null ? besideThisJar("dynamodb-local") : dynamoDbLocal;
        try (Servers servers = Servers.start(jars, UserRepository.SELECT, USERS)) {
            return demo ? demonstrate(servers) : serve(servers);
        }
    }

    /** Known before all the servers are started. */
    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private int demonstrate(Servers servers) throws Exception {
        BlockingQueue<String> blocks = new LinkedBlockingQueue<>();
        try (DevServer devServer = DevServer.create(DevServerSettings.load(), blocks::add);
                Tellybug application = Tellybug.start(0, servers, devServer)) {
            return new Demo(application.address(), servers, blocks, System.out).run() ? 0 : 1;
        }
    }

    private int serve(Servers servers) throws Exception {
        try (DevServer devServer = DevServer.create();
                Tellybug application = Tellybug.start(port, servers, devServer)) {
            URI address = application.address();
            System.out.println("Tellybug is at " + address + ". Try:");
            System.out.println("    curl " + address.resolve("/state/doi"));
            System.out.println("    curl -X POST '" + address.resolve("/vote/doi?user=ann&option=2") + "'");
            System.out.println("    curl " + address.resolve("/results/doi"));
            application.join();
        }
        return 0;
    }

    private static Path besideThisJar(String name) throws Exception {
        URI location =
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(location).resolveSibling(name);
    }
}
