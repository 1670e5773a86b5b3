package io.github.devserver4j.jetty.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StatusLineTest {

    private int columns;
    private final StatusLine line = new StatusLine(() -> columns, () -> 1, false);

    @Test
    void beforeTheApplicationListensItIsStarting() {
        assertThat(line.text()).isEqualTo(" starting   1 request   ? help ");
    }

    @Test
    void reloadsAndTheLastCompileAreTold() {
        line.url("http://127.0.0.1:8000/");
        line.reloads(new Reloaded(2, new LastCompile(84, false)));
        assertThat(line.text())
                .isEqualTo(" http://127.0.0.1:8000/   1 request   2 reloads, last compile 84 ms   ? help ");
        line.reloads(new Reloaded(1, new LastCompile(84, true)));
        assertThat(line.text()).isEqualTo(" http://127.0.0.1:8000/   1 request   1 reload, COMPILE FAILED   ? help ");
        line.reloads(new Reloaded(0, null));
        assertThat(line.text()).isEqualTo(" http://127.0.0.1:8000/   1 request   0 reloads   ? help ");
    }

    @Test
    void itIsNeverAsWideAsTheTerminal() {
        line.url("http://" + "a".repeat(100));
        assertThat(line.text()).hasSize(79);
        columns = 10;
        assertThat(line.text()).isEqualTo(" http://a");
        columns = 1;
        assertThat(line.text()).hasSize(1);
    }

    @Test
    void coloursDoNotCount() {
        columns = 6;
        assertThat(new StatusLine(() -> columns, () -> 1, true).text()).isEqualTo("\u001b[7m star\u001b[0m");
    }

    private record Reloaded(int count, @Nullable LastCompile lastCompile) implements Reloads {
        @Override
        public void reloadNow() {}
    }
}
