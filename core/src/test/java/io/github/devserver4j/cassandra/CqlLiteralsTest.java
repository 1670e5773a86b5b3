package io.github.devserver4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import io.github.devserver4j.sql.CutText;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CqlLiteralsTest {

    private static String of(Object value) {
        return CqlLiterals.of(value, CodecRegistry.DEFAULT);
    }

    @Test
    void valuesAreWrittenAsTheDriverWritesThem() throws Exception {
        assertThat(of("it's $$")).isEqualTo("'it''s $$'");
        assertThat(CqlLiterals.of(null, CodecRegistry.DEFAULT)).isEqualTo("NULL");
        assertThat(of(42)).isEqualTo("42");
        assertThat(of(true)).isEqualTo("true");
        assertThat(of(UUID.fromString("f47ac10b-58cc-4372-a567-0e02b2c3d479")))
                .isEqualTo("f47ac10b-58cc-4372-a567-0e02b2c3d479");
        assertThat(of(LocalDate.of(2012, 3, 5))).isEqualTo("'2012-03-05'");
        assertThat(of(List.of("a", "b"))).isEqualTo("['a','b']");
        assertThat(of(Map.of("a", 1))).isEqualTo("{'a':1}");
        assertThat(of(Set.of(7))).isEqualTo("{7}");
        assertThat(of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))).isEqualTo("'127.0.0.1'");
        assertThat(of(ByteBuffer.wrap(new byte[] {(byte) 0xca, (byte) 0xfe}))).isEqualTo("0xcafe");
    }

    @Test
    void longValuesAreCut() {
        assertThat(of(ByteBuffer.allocate(1_024))).isEqualTo("<1,024 bytes>");
        assertThat(of("x".repeat(CutText.MAX_LENGTH + 1))).hasSizeLessThan(300).endsWith("…' /* 10,001 chars */");
        assertThat(of(IntStream.range(0, 5_000).boxed().toList()))
                .hasSizeLessThan(300)
                .startsWith("[0,1,2");
    }

    @Test
    void whatHasNoCodecIsShownAllTheSame() {
        assertThat(of(Thread.State.NEW)).isEqualTo("'NEW'");
    }

    @Test
    void valuesThatDifferHaveFingerprintsThatDo() {
        Fingerprint start = Fingerprint.of("QUERY");
        ByteBuffer bytes = ByteBuffer.wrap("Aa".getBytes(StandardCharsets.UTF_8));
        assertThat(start.and("Aa")).isEqualTo(start.and("Aa")).isNotEqualTo(start.and("BB"));
        assertThat(start.and(1)).isNotEqualTo(start.and("1")).isNotEqualTo(start.and(1L));
        assertThat(start.and("ab").and("c")).isNotEqualTo(start.and("a").and("bc"));
        assertThat(start.and(List.of("a"))).isNotEqualTo(start.and(List.of("a", "")));
        assertThat(start.and(bytes)).isEqualTo(start.and(bytes.duplicate()));
        assertThat(start.and(bytes)).isNotEqualTo(start.and(ByteBuffer.wrap(new byte[] {'B', 'B'})));
        assertThat(bytes.remaining()).isEqualTo(2);
        assertThat(start.and(Map.of("a", 1))).isNotEqualTo(start.and(Map.of("a", 2)));
    }
}
