package org.muniment.ops.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.ops.Running;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * An identity provider with its discovery document and keys, which answers as it is told, and lets
 * everybody in who asks with a proof key. Its one client is {@code pages}, its secret {@code
 * given}.
 */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "pages";
    public static final String SECRET = "given";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private List<JWK> keys = List.of();
    private String named;
    private String keysAt;
    private String tokensAt;
    private int status = 200;
    private Map<String, String> waiting = Map.of();
    private Function<JWTClaimsSet.Builder, String> idToken;

    public TestProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::discover);
        server.createContext("/keys", exchange -> send(exchange, new JWKSet(keys).toString()));
        server.createContext("/authorize", this::giveCode);
        server.createContext("/token", this::giveTokens);
        server.start();
        named = issuer();
        keysAt = issuer() + "/keys";
        tokensAt = issuer() + "/token";
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public synchronized TestProvider with(JWK... those) {
        keys = List.of(those).stream().map(JWK::toPublicJWK).toList();
        return this;
    }

    /** What its document calls it. */
    public synchronized TestProvider named(String issuer) {
        named = issuer;
        return this;
    }

    public synchronized TestProvider withKeysAt(String address) {
        keysAt = address;
        return this;
    }

    public synchronized TestProvider withTokensAt(String address) {
        tokensAt = address;
        return this;
    }

    public synchronized TestProvider answering(int only) {
        status = only;
        return this;
    }

    /** The id tokens it gives, from the claims it would honestly make of somebody. */
    public synchronized TestProvider giving(Function<JWTClaimsSet.Builder, String> tokens) {
        idToken = tokens;
        return this;
    }

    public int keyFetches() {
        return asked("/keys");
    }

    /** How often something was asked for at a path. */
    public synchronized int asked(String path) {
        return (int) asked.stream().filter(path::equals).count();
    }

    private synchronized void discover(HttpExchange exchange) throws IOException {
        send(
                exchange,
                JSON.writeValueAsString(
                        Map.of(
                                "issuer",
                                named,
                                "jwks_uri",
                                keysAt,
                                "authorization_endpoint",
                                issuer() + "/authorize",
                                "token_endpoint",
                                tokensAt,
                                "end_session_endpoint",
                                issuer() + "/logout",
                                "subject_types_supported",
                                List.of("pairwise"),
                                "response_types_supported",
                                List.of("code"))));
    }

    private synchronized void giveCode(HttpExchange exchange) throws IOException {
        waiting = parameters(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        waiting.get("redirect_uri")
                                + "?code=a-code&state="
                                + URLEncoder.encode(waiting.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private synchronized void giveTokens(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> request = parameters(sent);
        boolean right =
                Running.basic(CLIENT, SECRET)
                                .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && "a-code".equals(request.get("code"))
                        && waiting.get("redirect_uri").equals(request.get("redirect_uri"))
                        && "S256".equals(waiting.get("code_challenge_method"))
                        && digest(request.get("code_verifier"))
                                .equals(waiting.get("code_challenge"));
        JWTClaimsSet.Builder claims =
                TestTokens.claims(Instant.now())
                        .issuer(issuer())
                        .audience(CLIENT)
                        .claim("nonce", waiting.get("nonce"));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(
                exchange,
                right
                        ? JSON.writeValueAsString(
                                Map.of(
                                        "access_token",
                                        "of-no-use",
                                        "token_type",
                                        "Bearer",
                                        "id_token",
                                        idToken.apply(claims)))
                        : "{}");
    }

    private static Map<String, String> parameters(String query) {
        return UriComponentsBuilder.fromUriString("?" + query.replace("+", "%20"))
                .build(true)
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        UriUtils.decode(entry.getValue(), StandardCharsets.UTF_8)));
    }

    private static String digest(String verifier) {
        try {
            return TestTokens.encoded(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized void send(HttpExchange exchange, String json) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", issuer() + "/keys");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
