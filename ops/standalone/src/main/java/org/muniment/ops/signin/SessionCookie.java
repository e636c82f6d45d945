package org.muniment.ops.signin;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import org.muniment.ops.token.TokenIssuer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/** Where browsers come over TLS, no other site and no plain connection can set or read it. */
@Component
final class SessionCookie implements ServletContextInitializer {
    private final TokenIssuer ourselves;

    SessionCookie(TokenIssuer ourselves) {
        this.ourselves = ourselves;
    }

    @Override
    public void onStartup(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName(ourselves.isSecure() ? "__Host-muniment" : "muniment-session");
        cookie.setSecure(ourselves.isSecure());
    }
}
