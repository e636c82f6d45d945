package org.muniment.ops.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An identity provider with its discovery document and keys, which answers as it is told. */
final class TestProvider implements AutoCloseable {
    private final HttpServer server;
    private List<JWK> keys = List.of();
    private String named;
    private String keysAt;
    private int status = 200;
    private int keyFetches;

    TestProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::discover);
        server.createContext("/keys", this::giveKeys);
        server.start();
        named = issuer();
        keysAt = issuer() + "/keys";
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    synchronized TestProvider with(JWK... those) {
        keys = List.of(those).stream().map(JWK::toPublicJWK).toList();
        return this;
    }

    /** What its document calls it. */
    synchronized TestProvider named(String issuer) {
        named = issuer;
        return this;
    }

    synchronized TestProvider withKeysAt(String address) {
        keysAt = address;
        return this;
    }

    synchronized TestProvider answering(int only) {
        status = only;
        return this;
    }

    synchronized int keyFetches() {
        return keyFetches;
    }

    private synchronized void discover(HttpExchange exchange) throws IOException {
        send(exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(named, keysAt));
    }

    private synchronized void giveKeys(HttpExchange exchange) throws IOException {
        keyFetches++;
        send(exchange, new JWKSet(keys).toString());
    }

    private void send(HttpExchange exchange, String json) throws IOException {
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
