package io.github.devserver4j.testing;

import io.github.devserver4j.console.BlockSink;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Collects the blocks that the console would print. What can't be foreseen in them is masked. */
public final class Blocks implements BlockSink {

    private final BlockingQueue<String> blocks = new LinkedBlockingQueue<>();

    @Override
    public void write(String block) {
        blocks.add(block);
    }

    /** The next block as it was printed; waits for it. */
    public String nextUnmasked() {
        try {
            String block = blocks.poll(5, TimeUnit.SECONDS);
            if (block == null) {
                throw new AssertionError("no block was printed");
            }
            return block;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The next block, date, time and memory masked. */
    public String next() {
        return masked(nextUnmasked());
    }

    /** Whether blocks were printed that nobody has asked for. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Forgets what was printed. */
    public void clear() {
        blocks.clear();
    }

    /** A block with its date, time and memory masked. */
    public static String masked(String block) {
        return block.replaceAll("(?m)^\\[../.../.... ..:..:..\\]", "[DATE]")
                .replaceAll("time: [0-9]+\\.[0-9][0-9]s", "time: T")
                .replaceAll("mem: [0-9.]+ [A-Za-z]+", "mem: M");
    }
}
