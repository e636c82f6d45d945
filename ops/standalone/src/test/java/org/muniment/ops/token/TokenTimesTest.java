package org.muniment.ops.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** From when to when a token is good, to the second. */
class TokenTimesTest {
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private static final RSAKey KEY = TestTokens.newRsaKey("one");

    @ParameterizedTest
    @CsvSource({"0, true", "599, true", "600, true", "660, true", "661, false", "86400, false"})
    void aTokenEndsAMinuteAfterItSays(long seconds, boolean good) {
        assertThat(isGood(TestTokens.claims(NOON), NOON.plusSeconds(seconds))).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-60, true", "-61, false", "-86400, false"})
    void aTokenBeginsAMinuteBeforeItSays(long seconds, boolean good) {
        assertThat(isGood(TestTokens.claims(NOON), NOON.plusSeconds(seconds))).isEqualTo(good);
    }

    @Test
    void aTokenThatNeverEndsIsNone() {
        assertThat(isGood(TestTokens.claims(NOON).expirationTime(null), NOON)).isFalse();
    }

    @Test
    void aTokenNeedNotSayWhenItBegins() {
        assertThat(isGood(TestTokens.claims(NOON).notBeforeTime(null), NOON)).isTrue();
        Date farOff = Date.from(NOON.plusSeconds(86_400));
        assertThat(isGood(TestTokens.claims(NOON).notBeforeTime(farOff), NOON)).isFalse();
    }

    private boolean isGood(JWTClaimsSet.Builder claims, Instant now) {
        String token = TestTokens.signed(claims, KEY);
        var decoder =
                TokenChecks.ours(
                        new ImmutableJWKSet<>(new JWKSet(KEY)),
                        () -> TestTokens.ISSUER,
                        Clock.fixed(now, ZoneOffset.UTC));
        try {
            return decoder.decode(token).getSubject().equals("auditor");
        } catch (BadJwtException refused) {
            return false;
        }
    }
}
