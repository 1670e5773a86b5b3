package io.github.devserver4j.jetty.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lines that scroll, with a status line below them that stays. Each piece of output leaves in a single write that erases the
 * status line, prints the piece, and puts the status line below it; while a line is unfinished there is no status line. So
 * everything is in the terminal's history in the order it was written in, and nothing depends on the terminal's height.
 * Thread-safe.
 */
final class Screen {

    private static final byte[] ERASE = "\r\u001b[J".getBytes(US_ASCII);

    private static final byte[] NOTHING = {};

    private final PrintStream out;
    private final Supplier<String> status;
    private final Lock lock = new ReentrantLock();
    private boolean statusShown;
    private boolean lineUnfinished;
    private boolean closed;

    /**
     * A screen without a status line, until something is printed.
     *
     * @param status what to print below everything, in ASCII, on one line
     */
    Screen(PrintStream out, Supplier<String> status) {
        this.out = out;
        this.status = status;
    }

    void print(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        lock.lock();
        try {
            lineUnfinished = bytes[offset + length - 1] != '\n';
            write(bytes, offset, length);
        } finally {
            lock.unlock();
        }
    }

    /** Puts the status line up to date. */
    void refresh() {
        lock.lock();
        try {
            if (!lineUnfinished && !closed) {
                write(NOTHING, 0, 0);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Erases the status line; what is printed from now on is printed as it is. */
    void close() {
        lock.lock();
        try {
            closed = true;
            write(NOTHING, 0, 0);
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream(length + 256);
        if (statusShown) {
            piece.writeBytes(ERASE);
        }
        piece.write(bytes, offset, length);
        statusShown = !lineUnfinished && !closed;
        if (statusShown) {
            piece.writeBytes(status.get().getBytes(US_ASCII));
        }
        out.write(piece.toByteArray(), 0, piece.size());
        out.flush();
    }
}
