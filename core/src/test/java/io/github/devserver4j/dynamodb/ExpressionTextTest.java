package io.github.devserver4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Secrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionTextTest {

    private final ExpressionText text = new ExpressionText(
            new ItemText(Secrets.defaults()),
            Map.of("#i", "id", "#t", "auth.token"),
            Map.of(":id", "doi", ":n", new Numeral("3"), ":l", List.of("a", new Numeral("1")), ":secret", "abc"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#i = :id AND votes > :n | id = \"doi\" AND votes > 3",
                "begins_with(#i, :id) | begins_with(id, \"doi\")",
                "SET a.b[0].#i = :n, tags = :l | SET a.b[0].id = 3, tags = [\"a\", 1]",
                "#t = :id | auth.token = ***",
                ":id = password AND votes > :n | *** = password AND votes > 3",
                "token BETWEEN :id AND :n | token BETWEEN *** AND ***",
                "a IN (:id, :n) | a IN (\"doi\", 3)",
                "a = :secret | a = ***",
                "SET a = if_not_exists(a, :n) + :n | SET a = if_not_exists(a, 3) + 3",
                "a = :unknown | a = :unknown"
            })
    void namesAndValuesAreFilledInAndSecretsMasked(String expression, String filled) {
        assertThat(text.of("", expression)).isEqualTo(filled);
    }
}
