package org.muniment.ops.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.safe.FileSafe;

/** What of tokens outlives the process, and what does not. */
class TokenRestartTest {
    private static final String ISSUER = "--muniment.issuer=" + TestTokens.ISSUER;
    private static final String YEAR =
            "--muniment.demo-year=classpath:/demo/complaints-2019-20.yaml";
    private static final String GRANT = "grant_type=client_credentials";

    @Test
    void aTokenOutlivesARestartButNotItsClient(@TempDir Path data) {
        String token;
        try (Running muniment = Running.on(data, "demo-people", ISSUER)) {
            token = muniment.tokenOf("auditor");
        }
        try (Running muniment = Running.on(data, "demo-people", ISSUER)) {
            assertThat(muniment.getBearing(token, "/api/plans").status()).isEqualTo(200);
        }
        try (Running muniment = Running.on(data, "nobody", ISSUER)) {
            assertThat(muniment.getBearing(token, "/api/plans").status()).isEqualTo(401);
            assertThat(muniment.get("auditor", "/api/plans").status()).isEqualTo(401);
            for (String client : List.of("auditor", "admin")) {
                String secret = Running.basic(client, Running.SECRET);
                assertThat(muniment.postForm(secret, "/oauth2/token", GRANT).text())
                        .isEqualTo("{\"error\":\"invalid_client\"}");
            }
        }
    }

    @Test
    void inTheDemosPastTokensLiveInThePresent(@TempDir Path data) throws Exception {
        try (Running muniment = Running.on(data, "demo", YEAR)) {
            String token = muniment.tokenOf("member");
            SignedJWT read = SignedJWT.parse(token);
            Instant now = Instant.now();

            assertThat(read.getJWTClaimsSet().getIssueTime().toInstant())
                    .isBetween(now.minusSeconds(60), now);
            assertThat(read.getJWTClaimsSet().getIssuer()).startsWith("http://localhost:");
            assertThat(muniment.getBearing(token, "/api/plans").status()).isEqualTo(200);
        }
    }

    @Test
    void theKeyIsMadeOnceAndIsAsStrongAs128Bits(@TempDir Path directory) {
        RSAKey made = TokenKey.in(new FileSafe(directory));

        assertThat(made.size()).isEqualTo(3_072);
        assertThat(TokenKey.in(new FileSafe(directory))).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not a key", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"})
    void aDamagedKeyIsNotReplacedInSilence(String text, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("token-key"), text);

        assertThatThrownBy(() -> TokenKey.in(new FileSafe(directory)))
                .isInstanceOf(CannotStart.class);
        assertThat(file).hasContent(text);
    }

    @Test
    void aPublicKeyIsNoKeyToSignWith(@TempDir Path directory) throws Exception {
        String made = TokenKey.in(new FileSafe(directory)).toJSONString();
        assertThat(TokenKey.in(new FileSafe(directory)).toJSONString()).isEqualTo(made);

        Files.writeString(
                directory.resolve("token-key"),
                TokenKey.in(new FileSafe(directory)).toPublicJWK().toJSONString());

        assertThatThrownBy(() -> TokenKey.in(new FileSafe(directory)))
                .isInstanceOf(CannotStart.class);
    }
}
