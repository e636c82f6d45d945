package org.muniment.ops.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.log.CannotStart;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Where an outside provider's keys come from, and where they do not. */
class ProviderKeysTest {
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private final ECKey key = TestTokens.newKey("one");
    private final ECKey next = TestTokens.newKey("two");
    private TestProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new TestProvider().with(key);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void theKeysAreFetchedOnceForManyTokens() {
        JwtDecoder decoder = decoder();
        for (int token = 0; token < 20; token++) {
            assertThat(decoder.decode(signed(key)).getSubject()).isEqualTo("auditor");
        }

        assertThat(provider.keyFetches()).isEqualTo(1);
    }

    @Test
    void aChangeOfTheKeyIsFollowed() {
        JwtDecoder decoder = decoder();
        decoder.decode(signed(key));

        provider.with(next);

        assertThat(decoder.decode(signed(next)).getSubject()).isEqualTo("auditor");
        assertThatThrownBy(() -> decoder.decode(signed(key))).isInstanceOf(JwtException.class);
    }

    @Test
    void aFloodOfUnknownKeysIsNotPassedOn() {
        JwtDecoder decoder = decoder();
        for (int token = 0; token < 50; token++) {
            String unknown = signed(TestTokens.newKey("unknown-" + token));
            assertThatThrownBy(() -> decoder.decode(unknown)).isInstanceOf(JwtException.class);
        }

        assertThat(provider.keyFetches()).isLessThanOrEqualTo(2);
        assertThat(decoder.decode(signed(key)).getSubject()).isEqualTo("auditor");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500})
    void aProviderThatDoesNotAnswerIsNoFaultOfTheToken(int status) {
        provider.answering(status);

        assertCannotBeChecked();
        assertThat(provider.keyFetches()).isZero();
    }

    @Test
    void aDocumentOfAnotherIssuerIsNotBelieved() {
        provider.named("https://another.example");

        assertCannotBeChecked();
        assertThat(provider.keyFetches()).isZero();
    }

    @Test
    void keysAtAnotherAddressAreNotFetched() throws IOException {
        try (TestProvider another = new TestProvider().with(key)) {
            provider.withKeysAt(another.issuer() + "/keys");

            assertCannotBeChecked();
            assertThat(another.keyFetches()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "", "file:///etc/passwd", "/keys"})
    void keysNowhereAreNotFetched(String address) {
        provider.withKeysAt(address);

        assertCannotBeChecked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://provider.example",
                "ftp://provider.example",
                "provider.example",
                "https://",
                "https://name@provider.example",
                "https://provider.example?tenant=1",
                "https://provider.example#one",
                "not an address"
            })
    void aProviderIsAnHttpsAddress(String issuer) {
        assertThatThrownBy(() -> new Provider(issuer)).isInstanceOf(CannotStart.class);
        assertThat(new Provider("https://provider.example/tenant").isGiven()).isTrue();
        assertThat(new Provider("").isGiven()).isFalse();
    }

    private void assertCannotBeChecked() {
        assertThatThrownBy(() -> decoder().decode(signed(key)))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    private JwtDecoder decoder() {
        return TokenChecks.theirs(
                ProviderKeys.of(new ProviderDocument(provider.issuer())),
                provider.issuer(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private String signed(ECKey signer) {
        return TestTokens.signed(TestTokens.claims(NOON).issuer(provider.issuer()), signer);
    }
}
