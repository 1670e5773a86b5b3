package com.example.tellybug.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DynamoDB Local behind a {@link RequestLog}; its many jars have a class loader of their own. */
final class DynamoDbBackend implements AutoCloseable {

    private static final String RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

    private final URLClassLoader jars;
    private final Object server;
    private final RequestLog log;

    /** Starts it from the jars in this folder. */
    DynamoDbBackend(Path folder) throws IOException {
        jars = new URLClassLoader(jarsIn(folder), ClassLoader.getPlatformClassLoader());
        int port = FreePort.find();
        server = inItsLoader(() -> start(port));
        log = new RequestLog(URI.create("http://127.0.0.1:" + port));
    }

    URI address() {
        return log.address();
    }

    void reset() {
        log.reset();
    }

    DynamoDbCounts counts() {
        return log.counts();
    }

    private Object start(int port) throws ReflectiveOperationException {
        String[] arguments = {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"};
        Method create = jars.loadClass(RUNNER).getMethod("createServerFromCommandLineArgs", String[].class);
        Object created = quietly(() -> create.invoke(null, (Object) arguments));
        created.getClass().getMethod("start").invoke(created);
        return created;
    }

    /** Its greeting of ten lines is not for who wants to read those of devserver. */
    private static Object quietly(Step step) throws ReflectiveOperationException {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return step.run();
        } finally {
            System.setOut(out);
        }
    }

    private Object stop() throws ReflectiveOperationException {
        return String.valueOf(server.getClass().getMethod("stop").invoke(server));
    }

    private Object inItsLoader(Step step) throws IOException {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(jars);
        try {
            return step.run();
        } catch (ReflectiveOperationException failure) {
            throw new IOException("DynamoDB Local failed", failure);
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    private static URL[] jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("DynamoDB Local is missing: " + folder + " is no folder; build with mvn package");
        }
        List<URL> urls = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Its class loader stays open: its threads end some time after it has stopped. */
    @Override
    public void close() throws IOException {
        log.close();
        inItsLoader(this::stop);
    }

    private interface Step {
        Object run() throws ReflectiveOperationException;
    }
}
