package io.github.devserver4j.jetty.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class InteractiveTerminalTest {

    @Test
    void dumbTerminalsAndBuildServersAreLeftAlone() {
        assertThat(InteractiveTerminal.allowedBy(Map.of())).isTrue(); // as on Windows
        assertThat(InteractiveTerminal.allowedBy(Map.of("TERM", "xterm", "CI", "false")))
                .isTrue();
        assertThat(InteractiveTerminal.allowedBy(Map.of("TERM", "dumb"))).isFalse();
        assertThat(InteractiveTerminal.allowedBy(Map.of("TERM", "xterm", "CI", "true")))
                .isFalse();
    }

    @Test
    void aProcessInTheBackgroundHasAnotherGroupThanItsTerminal() {
        assertThat(InteractiveTerminal.foregroundBy("31 (a) (b c) S 30 31 30 34816 31 4194304 1"))
                .isTrue();
        assertThat(InteractiveTerminal.foregroundBy("31 (java) S 30 31 30 34816 30 4194304 1"))
                .isFalse();
    }

    @Test
    void theBrowserIsTheChosenOneOrTheSystems() {
        assertThat(Browser.commands("Linux", Map.of("BROWSER", "lynx"), "u").get(0))
                .containsExactly("lynx", "u");
        assertThat(Browser.commands("Linux", Map.of(), "u").get(0)).containsExactly("xdg-open", "u");
        assertThat(Browser.commands("Mac OS X", Map.of(), "u").get(0)).containsExactly("open", "u");
        assertThat(Browser.commands("Windows 11", Map.of(), "u").get(0))
                .contains("u")
                .doesNotContain("open");
    }
}
