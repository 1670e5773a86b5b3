package io.github.devserver4j.jetty.terminal;

import java.io.OutputStream;

/** What {@code System.out} and {@code System.err} write to while there is a status line. Thread-safe. */
final class ScreenStream extends OutputStream {

    private final Screen screen;

    ScreenStream(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        screen.print(bytes, offset, length);
    }
}
