package io.github.devserver4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.FileSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes and the rules of colour. */
final class FormatsTest {

    @Test
    void aLineBreakInsideALiteralStaysWhereStatementsAreComplete() {
        ModuleLog complete = new ModuleLog(Ansi.PLAIN, true);
        complete.log("sql", 0, List.of("SELECT 'one\ntwo'", "FROM t"));
        assertThat(complete.block()).isEqualTo("    [sql] (0ms) SELECT 'one\ntwo'\n                FROM t");

        ModuleLog truncated = new ModuleLog(Ansi.PLAIN, false);
        truncated.log("sql", 0, List.of("SELECT 'one\ntwo'", "FROM t"));
        assertThat(truncated.block()).isEqualTo("    [sql] (0ms) SELECT 'one␊two'\n                FROM t");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "1023, 1023 bytes",
        "1024, 1.0 KB",
        "4198, 4.1 KB",
        "1048575, 1024.0 KB",
        "1048576, 1.0 MB",
        "106954752, 102.0 MB",
        "1073741824, 1.0 GB",
        "9223372036854775807, 8192.0 PB"
    })
    void sizesAreDjangos(long bytes, String text) {
        assertThat(FileSize.of(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ALWAYS, 1, 0, dumb, false, true",
        "NEVER, '', 1, xterm, true, false",
        "AUTO, '', '', xterm, true, true",
        "AUTO, '', '', xterm, false, false",
        "AUTO, '', '', dumb, true, false",
        "AUTO, '', 1, xterm, false, true",
        "AUTO, '', 0, xterm, false, false",
        "AUTO, '', 0, xterm, true, true",
        "AUTO, 1, 1, xterm, true, false",
        "AUTO, 0, '', xterm, true, false"
    })
    void colour(ColorMode mode, String noColor, String force, String term, boolean terminal, boolean colored) {
        Map<String, String> environment = new HashMap<>();
        environment.put("NO_COLOR", noColor);
        environment.put("CLICOLOR_FORCE", force);
        environment.put("TERM", term);
        assertThat(mode.colors(environment, terminal)).isEqualTo(colored);
    }
}
