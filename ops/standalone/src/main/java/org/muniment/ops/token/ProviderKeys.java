package org.muniment.ops.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;

/** The keys of an identity provider, by its discovery document. */
final class ProviderKeys implements JWKSetSource<SecurityContext> {
    private final ProviderDocument document;

    private ProviderKeys(ProviderDocument document) {
        this.document = document;
    }

    /**
     * Fetched when first needed and kept for five minutes. A key that is not known is looked for
     * again, at most twice in half a minute: strangers can name as many as they like.
     */
    static JWKSource<SecurityContext> of(ProviderDocument document) {
        return JWKSourceBuilder.create(new ProviderKeys(document)).refreshAheadCache(false).build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        try {
            URI keys = document.endpoint(document.read(), "jwks_uri");
            if (keys == null) {
                throw new IOException("its discovery document names no keys");
            }
            return JWKSet.parse(document.fetch(keys));
        } catch (IOException | ParseException | RuntimeException failed) {
            throw new RemoteKeySourceException("The keys of the provider cannot be had", failed);
        }
    }

    @Override
    public void close() {
        // The client has nothing to be closed on the oldest JDK this runs on.
    }
}
