package io.github.devserver4j.jetty.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {

    private static final String ERASE = "\r\u001b[J";

    private final List<String> writes = new ArrayList<>();
    private String status = "status";
    private final Screen screen = new Screen(new PrintStream(new Recording(), false, UTF_8), () -> status);

    @Test
    void eachPieceIsOneWriteWithTheStatusLineBelow() {
        print("a\nb\n");
        status = "newer";
        print("c\n");
        assertThat(writes).containsExactly("a\nb\nstatus", ERASE + "c\nnewer");
    }

    @Test
    void anUnfinishedLineHasNoStatusLineBesideIt() {
        print("a\n");
        print("name");
        screen.refresh();
        print(": ");
        print("Ann\n");
        assertThat(writes).containsExactly("a\nstatus", ERASE + "name", ": ", "Ann\nstatus");
    }

    @Test
    void theStatusLineIsPutUpToDateInPlace() {
        screen.refresh();
        status = "newer";
        screen.refresh();
        assertThat(writes).containsExactly("status", ERASE + "newer");
    }

    @Test
    void afterTheEndLinesAreAsTheyAre() {
        print("a\n");
        screen.close();
        print("b\n");
        screen.refresh();
        screen.close();
        assertThat(String.join("", writes)).isEqualTo("a\nstatus" + ERASE + "b\n");
    }

    @Test
    void aStreamPassesOnWhatItIsGiven() {
        PrintStream out = new PrintStream(new ScreenStream(screen), true, UTF_8);
        out.println("ü");
        out.write('x');
        assertThat(writes).containsExactly("ü\nstatus".replace("\n", System.lineSeparator()), ERASE + "x");
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        screen.print(bytes, 0, bytes.length);
    }

    private final class Recording extends OutputStream {
        @Override
        public void write(int b) {
            throw new AssertionError("a single byte");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (length > 0) {
                writes.add(new String(bytes, offset, length, UTF_8));
            }
        }
    }
}
