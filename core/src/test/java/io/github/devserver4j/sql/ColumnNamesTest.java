package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Secrets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values are masked: {@code S} stands for a secret one, {@code V} for one that is to be shown. */
class ColumnNamesTest {

    private static final String[] VALUES = {"?", "'v'", "7"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM t WHERE password = S AND x = V",
                "SELECT 1 FROM t WHERE password=S OR name=V",
                "SELECT 1 FROM t WHERE S = password AND V = name",
                "SELECT 1 FROM t WHERE u.password <> S AND token.id = V",
                "SELECT 1 FROM t WHERE u.\"pass word\" = S",
                "SELECT 1 FROM t WHERE password LIKE S AND name LIKE V",
                "SELECT 1 FROM t WHERE password NOT IN (S, S) AND id IN (V, V)",
                "SELECT 1 FROM t WHERE token BETWEEN S AND S AND id BETWEEN V AND V",
                "SELECT 1 FROM t WHERE lower(token) = S AND lower(name) = V",
                "SELECT 1 FROM t WHERE token = crypt(S, S) AND id = f(V)",
                "SELECT 1 FROM t WHERE (id = V AND (token = S OR name = V))",
                "SELECT 1 FROM t WHERE token = ANY(ARRAY[S, S]) AND a = V",
                "SELECT 1 FROM t WHERE token IS NOT DISTINCT FROM S AND a = V",
                "SELECT 1 FROM t WHERE data->>'password' = S AND data->>'name' = V",
                "SELECT 1 FROM t WHERE token = (SELECT x FROM y WHERE id = V)",
                "SELECT 1 FROM tokens WHERE id = V LIMIT V",
                "SELECT 1 FROM t WHERE token = CASE WHEN a THEN S ELSE S END AND b = V",
                "SELECT V AS id, S AS token",
                "INSERT INTO t (a, password) VALUES (V, S), (V, S)",
                "INSERT INTO secrets (a, b) VALUES (V, V)",
                "INSERT INTO s.t AS x (token, b) VALUES (lower(S), V) ON CONFLICT (token) DO UPDATE SET token = S, b = V",
                "INSERT INTO t (a, token) SELECT V, S FROM x WHERE y = V",
                "INSERT INTO t SET a = V, password = S",
                "INSERT INTO t (a, b) VALUES (V, V) ON DUPLICATE KEY UPDATE password = S, a = V",
                "UPDATE t SET password = S, name = V WHERE id = V AND token = S",
                "MERGE INTO t (id, token) KEY (id) VALUES (V, S)",
                "MERGE INTO t USING s ON t.id = V WHEN MATCHED THEN UPDATE SET token = S, a = V"
                        + " WHEN NOT MATCHED THEN INSERT (a, token) VALUES (V, S)",
                "SELECT set_password(S, S), f(V)",
                "MERGE INTO t USING (VALUES (V, S)) s(id, token) ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = V",
                "WITH s(id, token) AS (VALUES (V, S), (V, S)) SELECT * FROM s WHERE id = V",
                "WITH s(id, token) AS MATERIALIZED (SELECT V, S) SELECT V",
                "SELECT * FROM (VALUES (V, lower(S)), (V, S)) AS v(a, \"password\") WHERE a = V",
                "SELECT * FROM t WHERE token IN (VALUES (S)) AND id IN (VALUES (V))",
            })
    void valuesOfSecretColumnsAreMasked(String pattern) {
        for (String value : VALUES) {
            assertMasked(pattern.replaceAll("\\b[SV]\\b", value), pattern, value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER 'bob' PASSWORD S",
                "CREATE USER 'bob' IDENTIFIED BY S",
                "ALTER USER bob IDENTIFIED WITH plugin BY S",
                "ALTER ROLE bob WITH ENCRYPTED PASSWORD S VALID UNTIL V",
                "SET app.token = S",
            })
    void credentialsOfAdministrativeStatementsAreMasked(String pattern) {
        assertMasked(pattern.replaceAll("\\b[SV]\\b", "'v'"), pattern, "'v'");
    }

    private static void assertMasked(String sql, String pattern, String value) {
        SqlText text = SqlText.of(sql, SqlDialect.STANDARD);
        List<String> literals = Collections.nCopies(text.placeholders(), "'v'");
        String shown = value.equals("?") ? "'v'" : value;

        assertThat(text.oneLine(literals, Secrets.defaults()))
                .isEqualTo(pattern.replaceAll("\\bS\\b", "'***'").replaceAll("\\bV\\b", shown));
    }
}
