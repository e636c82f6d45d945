package org.muniment.ops.token;

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
 * What an identity provider says of itself in its discovery document. Everything is fetched from
 * the address that was set and from no other, whatever a token, the document or a redirect says.
 */
public final class ProviderDocument {
    public static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LIMIT = 256 * 1024;

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final String issuer;
    private final HttpClient http = client();
    private volatile Kept kept;

    private record Kept(Map<String, Object> document, long nanoseconds) {
        boolean isFresh() {
            return System.nanoTime() - nanoseconds < FRESH.toNanos();
        }
    }

    ProviderDocument(String issuer) {
        this.issuer = issuer;
    }

    /** One that goes nowhere but where it was sent. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Kept for five minutes: strangers can begin to sign in as often as they like. */
    public Map<String, Object> read() throws IOException {
        Kept last = kept;
        if (last == null || !last.isFresh()) {
            last = new Kept(fetched(), System.nanoTime());
            kept = last;
        }
        return last.document();
    }

    private Map<String, Object> fetched() throws IOException {
        try {
            Map<String, Object> document =
                    JSONObjectUtils.parse(
                            fetch(
                                    URI.create(
                                            issuer.replaceFirst("/$", "")
                                                    + "/.well-known/openid-configuration")));
            if (!issuer.equals(document.get("issuer"))) {
                throw new IOException("its discovery document is another issuer's");
            }
            return document;
        } catch (ParseException unreadable) {
            throw new IOException("its discovery document cannot be read", unreadable);
        }
    }

    /** Where the document says that {@code name} is; null where it says nothing. */
    public URI endpoint(Map<String, Object> document, String name) throws IOException {
        if (document.get(name) == null) {
            return null;
        }
        try {
            URI address = URI.create(String.valueOf(document.get(name)));
            if (origin(address).equals(origin(URI.create(issuer)))) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("its " + name + " is no address", noAddress);
        }
        throw new IOException("its " + name + " is at another address than the issuer");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    String fetch(URI address) throws IOException {
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
}
