package org.muniment.ops.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Serves pages written for a test. */
final class HandmadeSite implements AutoCloseable {
    private static final int OK = 200;
    private static final String PAGE =
            "<!DOCTYPE html><html lang='en-GB'><head><title>%s</title>"
                    + "<meta name='viewport' content='width=device-width, initial-scale=1'></head>"
                    + "<body>%s</body></html>";

    private final HttpServer server;

    HandmadeSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where the page is. */
    String with(String title, String body) {
        return serving("text/html; charset=utf-8", PAGE.formatted(title, body));
    }

    /** Where {@code text} is, which a browser may keep for an hour. */
    String serving(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String path = "/" + Integer.toHexString(text.hashCode());
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", type);
                    exchange.getResponseHeaders().add("Cache-Control", "max-age=3600");
                    exchange.sendResponseHeaders(OK, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        return path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
