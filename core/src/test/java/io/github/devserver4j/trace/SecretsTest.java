package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "user_password",
                "PASSWORD_HASH",
                "apiKey",
                "X-Api-Key",
                "api.key",
                "access_token",
                "Authorization",
                "Set-Cookie",
                "sessionId"
            })
    void theseAreSecret(String name) {
        assertThat(Secrets.defaults().isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "pass", "id", "session", "key", ""})
    void theseAreNot(String name) {
        assertThat(Secrets.defaults().isSecret(name)).isFalse();
    }

    @Test
    void settingsAddWords() {
        Secrets secrets = Secrets.defaultsAnd(List.of("Tax-Number", " "));
        assertThat(secrets.isSecret("customer_tax_number")).isTrue();
        assertThat(secrets.isSecret("password")).isTrue();
        assertThat(secrets.isSecret("name")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/a, /a",
        "/a?, /a?",
        "/a?x=1, /a?x=1",
        "/a?token, /a?token",
        "/a?token=, /a?token=***",
        "/a?user=ann&password=x=y&z, /a?user=ann&password=***&z",
        "/a?x=1;password=b;y=2, /a?x=1;password=***;y=2",
        "/a?pass%77ord=b, /a?pass%77ord=***",
        "/a?%zz=$1&secret=$1, /a?%zz=$1&secret=***",
        "/a?next=/b?token=c&d, /a?next=/b?token=***&d",
        "/a;jsessionid=1F/b;v=1?c, /a;jsessionid=***/b;v=1?c",
        "/token=1, /token=1"
    })
    void secretParametersAreMasked(String target, String shown) {
        assertThat(Secrets.defaults().maskQuery(target)).isEqualTo(shown);
    }

    @Test
    void signaturesOfAddressesAreMasked() {
        assertThat(Secrets.defaults().maskQuery("/f?sig=a&X-Amz-Signature=b&jwt=c&auth=d&design=e"))
                .isEqualTo("/f?sig=***&X-Amz-Signature=***&jwt=***&auth=***&design=e");
    }

    @Test
    void whatFollowsTheNameOfASecretInAKeyIsMasked() {
        Secrets secrets = Secrets.defaultsAnd(java.util.List.of("iban"));
        assertThat(secrets.maskKey("token:abc")).isEqualTo("token:***");
        assertThat(secrets.maskKey("users:42:session:5f:3a")).isEqualTo("users:42:session:***");
        assertThat(secrets.maskKey("spring:session:sessions:5f-3a")).isEqualTo("spring:session:***");
        assertThat(secrets.maskKey("[token:a, users:1, iban:DE02]")).isEqualTo("[token:***, users:1, iban:***]");
        assertThat(secrets.maskKey("Login[user=ann, password=x y, id=1]"))
                .isEqualTo("Login[user=ann, password=***, id=1]");
        assertThat(secrets.maskKey("users:42")).isEqualTo("users:42");
        assertThat(secrets.maskKey("WrongPasswordException: refused")).isEqualTo("WrongPasswordException: refused");
        assertThat(secrets.maskKey("token")).isEqualTo("token");
        assertThat(secrets.maskKey("")).isEmpty();
    }
}
