package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in a JVM of its own is run anew when its jar was built anew. */
class RestartIT {

    @TempDir
    private Path folder;

    @Test
    void aJarThatIsBuiltAnewIsRunAnew() throws Exception {
        Path jar = folder.resolve("app.jar");
        build(jar, "first", "Thread.sleep(60_000);");
        Process process = new ProcessBuilder(
                        Jdk.main().java(), "-jar", Repository.LAUNCHER.toString(), "runserver", jar.toString())
                .start();
        try {
            OutputLines out = OutputLines.of(process.getInputStream(), "stdout");
            awaitLine(out, "first");
            build(jar, "second", "System.exit(3);");
            awaitLine(out, "second");
            awaitLine(out, "devserver: the application has ended with status 3; mend it and save");
            build(jar, "third", "Thread.sleep(60_000);");
            awaitLine(out, "third");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private static void awaitLine(OutputLines out, String line) throws InterruptedException {
        while (!out.next().equals(line)) {
            // the banner, and what else comes before it
        }
    }

    private void build(Path jar, String word, String then) throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), """
                public class Main {
                    public static void main(String[] arguments) throws Exception {
                        System.out.println("%s");
                        %s
                    }
                }
                """.formatted(word, then));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Main");
        Path fresh = folder.resolve("fresh");
        try (OutputStream file = Files.newOutputStream(fresh);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry("Main.class"));
            Files.copy(folder.resolve("Main.class"), out);
        }
        Files.copy(fresh, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
