package org.muniment.ops.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.muniment.ops.log.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The identity provider of MUNIMENT_OIDC_ISSUER, where there is one. */
@Component
public final class Provider {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;
    private final ProviderDocument document;
    private final JWKSource<SecurityContext> keys;

    Provider(@Value("${muniment.oidc-issuer}") String issuer) {
        this.issuer = issuer;
        this.document = new ProviderDocument(issuer);
        this.keys = ProviderKeys.of(document);
        if (isGiven() && !isSafe(issuer)) {
            throw new CannotStart(
                    "MUNIMENT_OIDC_ISSUER is not the https address of an identity provider.",
                    "Give the issuer exactly as its discovery document does, without query or"
                            + " fragment.");
        }
    }

    public boolean isGiven() {
        return !issuer.isBlank();
    }

    String issuer() {
        return issuer;
    }

    JWKSource<SecurityContext> keys() {
        return keys;
    }

    public ProviderDocument document() {
        return document;
    }

    /** Over plain http anybody on the way could put in keys of their own. */
    private static boolean isSafe(String issuer) {
        try {
            URI address = new URI(issuer);
            boolean trusted =
                    "https".equals(address.getScheme())
                            || "http".equals(address.getScheme())
                                    && THIS_MACHINE.contains(String.valueOf(address.getHost()));
            return trusted
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
