package org.muniment.ops.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.muniment.ops.token.TokenIssuer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** After a session has ended: the provider is told by the browser, where it wants to know. */
@Component
final class SignOut implements LogoutSuccessHandler {
    static final String SIGNED_OUT = "/signed-out";

    private final SignInProvider provider;
    private final SignInPages pages;
    private final TokenIssuer ourselves;

    SignOut(SignInProvider provider, SignInPages pages, TokenIssuer ourselves) {
        this.provider = provider;
        this.pages = pages;
        this.ourselves = ourselves;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        pages.onward("Signing out").sendRedirect(request, response, next(request, person));
    }

    /** A provider that cannot be asked does not keep anybody from signing out here. */
    private String next(HttpServletRequest request, Authentication person) {
        if (person == null) {
            return SIGNED_OUT;
        }
        try {
            return provider.logout(ownAddress(request) + SIGNED_OUT).orElse(SIGNED_OUT);
        } catch (IOException away) {
            return SIGNED_OUT;
        }
    }

    private String ownAddress(HttpServletRequest request) {
        return ourselves
                .address()
                .orElseGet(
                        () ->
                                UriComponentsBuilder.fromUriString(
                                                UrlUtils.buildFullRequestUrl(request))
                                        .replacePath(null)
                                        .replaceQuery(null)
                                        .toUriString());
    }
}
