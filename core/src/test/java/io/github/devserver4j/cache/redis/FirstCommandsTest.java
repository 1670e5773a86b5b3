package io.github.devserver4j.cache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Secrets;
import org.junit.jupiter.api.Test;

/** How a pipeline names what it is about. */
final class FirstCommandsTest {

    private final FirstCommands first = new FirstCommands();

    @Test
    void upToThreeAreNamedAndFurtherOnesCounted() {
        first.add(RedisCommand.of("SET"), RedisKey.of("users:1".getBytes(UTF_8), null));
        assertThat(first).hasToString("(SET users:1)");
        first.add(RedisCommand.of("HGET"), RedisKey.of("users:2", "name"));
        first.add(RedisCommand.of("PING"), null);
        assertThat(first.isFull()).isTrue();
        assertThat(first).hasToString("(SET users:1, HGET users:2 name, PING)");
        first.add(RedisCommand.of("GET"), null);
        assertThat(first).hasToString("(SET users:1, HGET users:2 name, PING, …)");
    }

    @Test
    void secretsAreMaskedInEachKey() {
        first.add(RedisCommand.of("GET"), "token:hunter1");
        first.add(RedisCommand.of("GET"), "users:42:session:hunter2");
        first.add(RedisCommand.of("GET"), "users:42");
        assertThat(Secrets.defaults().maskKey(first.toString()))
                .isEqualTo("(GET token:***, GET users:42:session:***, GET users:42)");
    }
}
