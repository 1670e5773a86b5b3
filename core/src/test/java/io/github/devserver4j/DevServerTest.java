package io.github.devserver4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.testing.Blocks;
import io.github.devserver4j.trace.RequestLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class DevServerTest {

    @Test
    void closingPrintsTheRestAndLeavesNoThread() {
        Blocks blocks = new Blocks();
        int before = threads();
        DevServer devServer = DevServer.create(DevServerSettings.defaults(), blocks);
        assertThat(threads()).isEqualTo(before + 1);
        devServer.tracer().start(new RequestLine("GET", "/", "HTTP/1.1")).finish(200, 0);
        devServer.close();
        devServer.close();
        assertThat(blocks.next()).startsWith("[DATE] \"GET / HTTP/1.1\" 200 0 (");
        assertThat(threads()).isEqualTo(before);
    }

    @Test
    void aFilterOfAnExistingDevserverDoesNotCloseIt() {
        Blocks blocks = new Blocks();
        try (DevServer devServer = DevServer.create(DevServerSettings.defaults(), blocks)) {
            DevServerFilter filter = new DevServerFilter(devServer);
            assertThat(filter.devServer()).isSameAs(devServer);
            filter.destroy();
            devServer.tracer().start(new RequestLine("GET", "/", "HTTP/1.1")).finish(200, 0);
            assertThat(blocks.next()).startsWith("[DATE]");
        }
    }

    @Test
    void theFilterOfAWebXmlClosesItsOwn() {
        int before = threads();
        DevServerFilter filter = new DevServerFilter();
        assertThat(threads()).isEqualTo(before + 1);
        filter.destroy();
        assertThat(threads()).isEqualTo(before);
    }

    @Test
    void settingsAreKept() {
        DevServerSettings settings = DevServerSettings.builder().callLimit(7).build();
        try (DevServer devServer = DevServer.create(settings, List.of())) {
            assertThat(devServer.settings()).isEqualTo(settings);
        }
        assertThatThrownBy(() -> settings.mask().add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("devserver"))
                .count();
    }
}
