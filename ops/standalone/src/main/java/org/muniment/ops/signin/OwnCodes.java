package org.muniment.ops.signin;

import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * Trades in a code of the embedded server without a request to ourselves: no address of ours has to
 * be reachable from here, and no endpoint takes codes from anybody else.
 *
 * @param client checks the proof key
 * @param code gives the tokens
 */
record OwnCodes(
        AuthenticationProvider client,
        AuthenticationProvider code,
        AuthorizationServerSettings settings)
        implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private record Here(String issuer, AuthorizationServerSettings settings)
            implements AuthorizationServerContext {
        @Override
        public String getIssuer() {
            return issuer;
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest grant) {
        OAuth2AuthorizationExchange exchange = grant.getAuthorizationExchange();
        String given = exchange.getAuthorizationResponse().getCode();
        String redirect = exchange.getAuthorizationRequest().getRedirectUri();
        String issuer = grant.getClientRegistration().getProviderDetails().getIssuerUri();
        AuthorizationServerContextHolder.setContext(new Here(issuer, settings));
        try {
            Authentication pages = client.authenticate(proof(grant, given));
            OAuth2AccessTokenAuthenticationToken tokens =
                    (OAuth2AccessTokenAuthenticationToken)
                            code.authenticate(
                                    new OAuth2AuthorizationCodeAuthenticationToken(
                                            given, pages, redirect, Map.of()));
            return OAuth2AccessTokenResponse.withToken(tokens.getAccessToken().getTokenValue())
                    .tokenType(OAuth2AccessToken.TokenType.BEARER)
                    .additionalParameters(tokens.getAdditionalParameters())
                    .build();
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    private static Authentication proof(OAuth2AuthorizationCodeGrantRequest grant, String given) {
        String verifier =
                grant.getAuthorizationExchange()
                        .getAuthorizationRequest()
                        .getAttribute(PkceParameterNames.CODE_VERIFIER);
        return new OAuth2ClientAuthenticationToken(
                grant.getClientRegistration().getClientId(),
                ClientAuthenticationMethod.NONE,
                null,
                Map.of(
                        OAuth2ParameterNames.GRANT_TYPE,
                        grant.getGrantType().getValue(),
                        OAuth2ParameterNames.CODE,
                        given,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier));
    }
}
