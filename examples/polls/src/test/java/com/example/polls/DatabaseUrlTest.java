package com.example.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void noUrlIsAnH2OfItsOwn() {
        assertThat(DatabaseUrl.parse(null).isH2()).isTrue();
        assertThat(DatabaseUrl.parse(" ")).isNotEqualTo(DatabaseUrl.parse(" "));
    }

    @Test
    void aJdbcUrlIsTakenAsItIs() {
        String url = "jdbc:postgresql://127.0.0.1:5432/polls?user=u&password=p";
        assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl(url, null, null));
    }

    @Test
    void userAndPasswordAreTakenOutOfAPostgresUrl() {
        assertThat(DatabaseUrl.parse("postgres://u:p%40+@db/polls?sslmode=require"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db/polls?sslmode=require", "u", "p@+"));
        assertThat(DatabaseUrl.parse("postgresql://db:5433/polls"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5433/polls", null, null));
    }

    @Test
    void anythingElseIsRefusedWithAdviceAndWithoutThePassword() {
        for (String url :
                new String[] {"mysql://u:secret@db/polls", "postgres://u:secret@", "postgres://u:secret^@db/p"}) {
            assertThatThrownBy(() -> DatabaseUrl.parse(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessageContaining("Set it to jdbc:postgresql://")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutThePassword() {
        assertThatThrownBy(() -> Database.open("postgres://u:secret@127.0.0.1:1/polls"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "No connection to jdbc:postgresql://127.0.0.1:1/polls, which DATABASE_URL names")
                .hasMessageNotContaining("secret");
    }
}
