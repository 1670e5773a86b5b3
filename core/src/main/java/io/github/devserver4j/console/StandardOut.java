package io.github.devserver4j.console;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Writes blocks to standard output, each with a single write. {@code System.out} is asked for each time, since
 * applications and tests replace it. Thread-safe.
 */
public final class StandardOut implements BlockSink {

    private final Charset charset = charset();

    @Override
    public void write(String block) {
        PrintStream out = System.out;
        byte[] bytes = (block + "\n").getBytes(charset);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** What {@code System.out} encodes with; {@code PrintStream.charset()} came with Java 18 only. */
    public static Charset charset() {
        Charset told = named(System.getProperty("stdout.encoding"));
        if (told == null) {
            told = named(System.getProperty("sun.stdout.encoding"));
        }
        return told == null ? Charset.defaultCharset() : told;
    }

    private static @Nullable Charset named(@Nullable String name) {
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : null;
    }
}
