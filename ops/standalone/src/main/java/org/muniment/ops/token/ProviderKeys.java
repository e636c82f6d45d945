package org.muniment.ops.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * The keys of an identity provider, by its discovery document. Both are fetched from the address
 * that was set and from no other, whatever a token, the document or a redirect says.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LIMIT = 256 * 1024;

    private final String issuer;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    private ProviderKeys(String issuer) {
        this.issuer = issuer;
    }

    /**
     * Fetched when first needed and kept for five minutes. A key that is not known is looked for
     * again, at most twice in half a minute: strangers can name as many as they like.
     */
    static JWKSource<SecurityContext> of(String issuer) {
        return JWKSourceBuilder.create(new ProviderKeys(issuer)).refreshAheadCache(false).build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        try {
            Map<String, Object> discovery = JSONObjectUtils.parse(fetch(discovery()));
            if (!issuer.equals(discovery.get("issuer"))) {
                throw new IOException("its discovery document is another issuer's");
            }
            URI keys = URI.create(JSONObjectUtils.getString(discovery, "jwks_uri"));
            if (!origin(keys).equals(origin(URI.create(issuer)))) {
                throw new IOException("its keys are at another address than the issuer");
            }
            return JWKSet.parse(fetch(keys));
        } catch (IOException | ParseException | RuntimeException failed) {
            throw new RemoteKeySourceException("The keys of " + issuer + " cannot be had", failed);
        }
    }

    private URI discovery() {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private String fetch(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LIMIT + 1);
                if (answer.statusCode() != HttpStatus.OK.value() || bytes.length > LIMIT) {
                    throw new IOException("its answer cannot be used");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        // The client has nothing to be closed on the oldest JDK this runs on.
    }
}
