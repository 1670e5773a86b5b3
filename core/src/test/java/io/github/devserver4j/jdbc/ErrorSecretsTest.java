package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.TextStyle;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** What is masked in a statement is so in what the database says of it. */
class ErrorSecretsTest {

    private static final List<String> SECRETS = List.of("'hunter2'", "'it''s mine'", "'x'", "NULL", "42");

    @Test
    void h2sUniqueIndexShowsNoSecret() throws Exception {
        try (RecordedTrace requests = new RecordedTrace();
                Connection connection = requests.tracing.wrap(Databases.h2()).getConnection()) {
            Databases.execute(connection, "CREATE TABLE users (id INT, token VARCHAR(20) UNIQUE)");
            Databases.execute(connection, "INSERT INTO users VALUES (1, 'hunter2')");
            SqlCall call = requests.call(() -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO users (id, token) VALUES (?, ?)")) {
                    insert.setInt(1, 2);
                    insert.setString(2, "hunter2");
                    insert.execute();
                } catch (SQLException expected) {
                    assertThat(expected.getMessage()).contains("hunter2");
                }
            });
            assertThat(call.error()).contains("Unique index", "***").doesNotContain("hunter2");
            assertThat(String.join("\n", call.lines(TextStyle.COMPLETE))).doesNotContain("hunter2");
        }
    }

    @Test
    void postgresqlsDetailIsCut() {
        SQLException failure = new PSQLException(
                "ERROR: no good: hunter2\n  Detail: Failing row contains (1, hun...).", PSQLState.CHECK_VIOLATION);
        assertThat(ErrorLine.of(failure, SECRETS)).startsWith("PSQLException: ERROR: no good: *** (SQLState");
        assertThat(ErrorLine.of(failure, List.of())).contains("Detail: Failing row");
        SQLException batch = new BatchUpdateException(
                "Batch entry 0 INSERT INTO t\nVALUES ('beyond the hundredth') was aborted", new int[0], failure);
        assertThat(ErrorLine.of(batch, SECRETS)).startsWith("BatchUpdateException: ERROR: no good: *** (");
    }

    @Test
    void secretsAreMaskedInAnyFormAndShortOnesWhereTheyStandAlone() {
        assertThat(SecretTexts.masked("x in 'x' of xx: it's mine, it''s mine, 42, 421", SECRETS))
                .isEqualTo("*** in '***' of xx: ***, ***, ***, 421");
        assertThat(SecretTexts.masked("too long: 'abcdefghijklmnopqrs...'", List.of("'abcdefghijklmnopqrstuvwxyz'")))
                .isEqualTo("too long: '***...'");
    }
}
