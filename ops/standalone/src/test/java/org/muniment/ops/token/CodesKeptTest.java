package org.muniment.ops.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class CodesKeptTest {
    private static final OAuth2TokenType CODE = new OAuth2TokenType("code");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final CodesKept codes = new CodesKept();

    @Test
    void aCodeIsKeptUntilItIsTradedIn() {
        OAuth2Authorization given = withCode("one");
        codes.save(given);
        assertThat(codes.findByToken("one", CODE)).isEqualTo(given);
        assertThat(codes.findByToken("one", OAuth2TokenType.ACCESS_TOKEN)).isNull();

        OAuth2AuthorizationCode code = given.getToken(OAuth2AuthorizationCode.class).getToken();
        codes.save(OAuth2Authorization.from(given).invalidate(code).build());
        assertThat(codes.findByToken("one", CODE)).isNull();
    }

    @Test
    void tokensAreNotKept() {
        codes.save(
                empty().token(
                                new OAuth2AccessToken(
                                        TokenType.BEARER, "token", NOW, NOW.plusSeconds(60)))
                        .build());

        assertThat(codes.findByToken("token", OAuth2TokenType.ACCESS_TOKEN)).isNull();
    }

    @Test
    void codesThatNobodyTradesInAreKeptUpToANumber() {
        for (int i = 0; i <= CodesKept.MOST; i++) {
            codes.save(withCode("code-" + i));
        }

        assertThat(codes.findByToken("code-0", CODE)).isNull();
        assertThat(codes.findByToken("code-1", CODE)).isNotNull();
        assertThat(codes.findByToken("code-" + CodesKept.MOST, CODE)).isNotNull();
    }

    private static OAuth2Authorization withCode(String code) {
        return empty().token(new OAuth2AuthorizationCode(code, NOW, NOW.plusSeconds(60))).build();
    }

    private static OAuth2Authorization.Builder empty() {
        RegisteredClient client =
                RegisteredClient.withId("pages")
                        .clientId("pages")
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build();
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName("member")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
    }
}
