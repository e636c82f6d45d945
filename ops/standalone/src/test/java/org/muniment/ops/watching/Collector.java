package org.muniment.ops.watching;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes what is sent by OTLP over HTTP, and reads of it what the tests ask for. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    /** Ids as hexadecimal text; {@code parent} is empty for the first span of a trace. */
    record Span(String trace, String id, String parent, String name, List<String> attributes) {}

    Collector() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext(
                "/",
                exchange -> {
                    bodies.add(exchange.getRequestBody().readAllBytes());
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<byte[]> bodies() {
        return bodies;
    }

    /** All that was sent, as text: what was written as text is found in it. */
    String everything() {
        StringBuilder all = new StringBuilder();
        bodies.forEach(body -> all.append(new String(body, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    List<Span> spans() {
        return bodies.stream()
                .flatMap(body -> messages(ByteString.copyFrom(body), 1))
                .flatMap(resource -> messages(resource, 2))
                .flatMap(scope -> messages(scope, 2))
                .map(Collector::span)
                .toList();
    }

    Optional<Span> named(String name) {
        return spans().stream().filter(span -> span.name().equals(name)).findFirst();
    }

    // The numbers of fields are those of opentelemetry/proto/trace/v1/trace.proto.

    private static Span span(ByteString span) {
        return new Span(
                hex(span, 1),
                hex(span, 2),
                hex(span, 4),
                text(span, 5),
                messages(span, 9).map(attribute -> text(attribute, 1)).toList());
    }

    private static String hex(ByteString message, int field) {
        return messages(message, field)
                .findFirst()
                .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
                .orElse("");
    }

    private static String text(ByteString message, int field) {
        return messages(message, field).findFirst().map(ByteString::toStringUtf8).orElse("");
    }

    private static Stream<ByteString> messages(ByteString message, int field) {
        try {
            return UnknownFieldSet.parseFrom(message)
                    .getField(field)
                    .getLengthDelimitedList()
                    .stream();
        } catch (InvalidProtocolBufferException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
