package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples and rules of W3C Trace Context. */
final class TraceContextTest {

    private static final String VALID = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @ParameterizedTest
    @ValueSource(strings = {VALID, "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-comes-later"})
    void aValidOneIsKeptAsItIs(String traceparent) {
        assertThat(TraceContext.of(traceparent, "a=1")).isEqualTo(new TraceContext(traceparent, "a=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                " " + VALID
            })
    void anInvalidOneIsIgnored(String traceparent) {
        assertThat(TraceContext.of(traceparent, null)).isNull();
    }

    @Test
    void aStateThatNoClientWouldSendIsLeftOut() {
        assertThat(TraceContext.of(VALID, "a=\u00fc")).isEqualTo(new TraceContext(VALID, null));
    }
}
